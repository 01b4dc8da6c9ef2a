import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Mutation, Resolver } from 'type-graphql';
import { type ChangeContext, change } from '#server/database/change';
import { readOne } from '#server/database/read';
import { CaseReview } from './case-review';
import { Consent } from './consent';
import { DisclosureOrder, FinishReviewOrder, GiveConsentOrder, RenewConsentOrder } from './consent-orders';
import { Disclosure } from './disclosure';
import { finishReview } from './finish-review';
import { giveConsent } from './give-consent';
import { recordDisclosure } from './record-disclosure';
import { renewConsent } from './renew-consent';

/** What people agree to, and what was disclosed. A withdrawal reaches into conferences and stands with them (meetings/sharing-mutations). */
@Resolver()
export class ConsentMutations {
  @Mutation(() => Consent, { description: '同意を記録する。' })
  async giveConsent(
    @Ctx() context: ChangeContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => GiveConsentOrder, { description: '内容。' }) input: GiveConsentOrder,
  ): Promise<unknown> {
    return readOne(context, info, await change(context, 'consent.give', input, (tx) => giveConsent(tx, input)));
  }

  @Mutation(() => Consent, { description: '同意を新しいものに替える。' })
  async renewConsent(
    @Ctx() context: ChangeContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => RenewConsentOrder, { description: '内容。' }) input: RenewConsentOrder,
  ): Promise<unknown> {
    return readOne(context, info, await change(context, 'consent.renew', input, (tx) => renewConsent(tx, input)));
  }

  @Mutation(() => Disclosure, { description: '開示を記録する。' })
  async recordDisclosure(
    @Ctx() context: ChangeContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => DisclosureOrder, { description: '内容。' }) input: DisclosureOrder,
  ): Promise<unknown> {
    return readOne(context, info, await change(context, 'disclosure.record', input, (tx) => recordDisclosure(tx, input)));
  }

  @Mutation(() => CaseReview, { description: '見直しを終える。主担当が行う。' })
  async finishReview(
    @Ctx() context: ChangeContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => FinishReviewOrder, { description: '内容。' }) input: FinishReviewOrder,
  ): Promise<unknown> {
    return readOne(context, info, await change(context, 'review.finish', input, (tx) => finishReview(tx, input)));
  }
}
