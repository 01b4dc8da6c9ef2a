import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Int, Query, Resolver } from 'type-graphql';
import { type ReadContext, read } from '#server/database/read';
import { Root } from '#server/database/root';
import { CaseReview } from './case-review';
import { ConsentWording } from './consent-wording';
import { DisclosureRegime } from './disclosure-regime';

/** What the city's data say of consents and disclosures, and what one's own 担当 has to look at again. */
@Resolver()
export class ConsentQueries {
  @Query(() => [ConsentWording], { description: '同意書の様式の版を、新しい順に。' })
  @Root({ order: (t) => `${t}.effective_from desc, ${t}.id` })
  consentWordings(@Ctx() context: ReadContext, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    return read(context, info);
  }

  @Query(() => [DisclosureRegime], { description: '情報を渡すことのできる根拠の一覧。' })
  @Root({ order: (t) => `${t}.position` })
  disclosureRegimes(@Ctx() context: ReadContext, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    return read(context, info);
  }

  @Query(() => [CaseReview], { description: '自分の担当がこれから見直す事例を、期限の近い順に。' })
  @Root({
    where: (t) => `${t}.done_at is null and ${t}.team_id = any ((select hub.teams())::text[])`,
    order: (t) => `${t}.due_on, ${t}.id`,
    limit: 200,
  })
  caseReviews(
    @Ctx() context: ReadContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('limit', () => Int, { defaultValue: 50, description: '何件まで（最大200）。' }) _limit?: number,
  ): Promise<unknown> {
    return read(context, info);
  }
}
