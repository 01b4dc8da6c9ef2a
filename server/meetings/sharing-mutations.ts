import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Int, Mutation, Query, Resolver } from 'type-graphql';
import { Consent } from '#server/casework/consent';
import { WithdrawConsentOrder } from '#server/casework/consent-orders';
import { Protection } from '#server/casework/protection';
import { ProtectionOrder } from '#server/casework/protection-orders';
import { registerProtection } from '#server/casework/register-protection';
import { withdrawConsent } from '#server/casework/withdraw-consent';
import { type ChangeContext, change } from '#server/database/change';
import { type ReadContext, read, readOne } from '#server/database/read';
import { Root } from '#server/database/root';
import { crossOver } from './cross-over';
import { Crossing } from './crossing';
import { CrossOverOrder } from './crossing-order';
import { returnCards } from './return-cards';

/** Where sharing and conferences meet: a withdrawal and a protection take cards off walls, and a consent lets what a 支援会議 agreed on cross over. */
@Resolver()
export class SharingMutations {
  @Mutation(() => Consent, {
    description: '同意の撤回を受け付ける。共有はすぐに終わり、その事例から起こした事例カードは取り下げる。支援は終わらない。',
  })
  async withdrawConsent(
    @Ctx() context: ChangeContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => WithdrawConsentOrder, { description: '内容。' }) input: WithdrawConsentOrder,
  ): Promise<unknown> {
    return readOne(context, info, await change(context, 'consent.withdraw', input, (tx) => withdrawConsent(tx, input, returnCards)));
  }

  @Mutation(() => Protection, {
    nullable: true,
    description: '保護を登録する。その瞬間から、知らされた担当のほかには本人が開かない。自分の担当が知らされていなければ、答えは空。',
  })
  async registerProtection(
    @Ctx() context: ChangeContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => ProtectionOrder, { description: '内容。' }) input: ProtectionOrder,
  ): Promise<unknown> {
    return readOne(context, info, await change(context, 'protection.register', input, (tx) => registerProtection(tx, input, returnCards)));
  }

  @Mutation(() => Crossing, { description: '支援会議で決めたことのうち、選んだものだけを重層的支援会議に引き継ぐ。' })
  async crossOver(
    @Ctx() context: ChangeContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => CrossOverOrder, { description: '内容。' }) input: CrossOverOrder,
  ): Promise<unknown> {
    return readOne(context, info, await change(context, 'case.cross-over', input, (tx) => crossOver(tx, input)));
  }

  @Query(() => [Crossing], { description: '支援会議から引き継いだ事例と、待った日数。構成員である支援会議の分だけ。' })
  @Root({ order: (t) => `${t}.crossed_at desc, ${t}.id` })
  crossings(
    @Ctx() context: ReadContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('limit', () => Int, { defaultValue: 200, description: '何件まで。' }) _limit?: number,
  ): Promise<unknown> {
    return read(context, info);
  }
}
