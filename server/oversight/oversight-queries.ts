import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, ID, Info, Int, Query, Resolver } from 'type-graphql';
import { type ReadContext, read } from '#server/database/read';
import { Root } from '#server/database/root';
import { Staff } from '#server/directory/staff';
import { DisclosureRequest } from './disclosure-request';
import { ExposureReport } from './exposure-report';
import { ReadReview } from './read-review';
import { RetentionRule } from './retention-rule';

/** What is asked of the audit. For everybody but the disclosure officer and the supervisor of a 担当 these lists are empty. */
@Resolver()
export class OversightQueries {
  @Query(() => [DisclosureRequest], { description: '本人開示の請求を、閉じていないものから、新しい順に。開示担当だけ。' })
  @Root({ order: (t) => `${t}.state = 'DONE', ${t}.asked_at desc, ${t}.id`, limit: 200 })
  disclosureRequests(
    @Ctx() context: ReadContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('limit', () => Int, { defaultValue: 50, description: '何件まで（最大200）。' }) _limit?: number,
  ): Promise<unknown> {
    return read(context, info);
  }

  @Query(() => DisclosureRequest, { nullable: true, description: '本人開示の請求と下書き。開示担当だけ。' })
  @Root({ where: (t, arg) => `${t}.id = ${arg('id', 'uuid')}` })
  disclosureRequest(
    @Ctx() context: ReadContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('id', () => ID, { description: '請求。' }) _id: string,
  ): Promise<unknown> {
    return read(context, info);
  }

  @Query(() => [ExposureReport], { description: 'だれの記録が見られたおそれがあるかの調べを、新しい順に。開示担当だけ。' })
  @Root({ order: (t) => `${t}.made_at desc, ${t}.id`, limit: 200 })
  exposureReports(
    @Ctx() context: ReadContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('limit', () => Int, { defaultValue: 20, description: '何件まで（最大200）。' }) _limit?: number,
  ): Promise<unknown> {
    return read(context, info);
  }

  @Query(() => [Staff], { description: '退いた人も含む職員の一覧。見られたおそれを調べる開示担当だけ。' })
  @Root({ where: () => '(select hub.discloses())', order: (t) => `${t}.name, ${t}.id`, limit: 500 })
  staffToTrace(
    @Ctx() context: ReadContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('limit', () => Int, { defaultValue: 500, description: '何件まで（最大500）。' }) _limit?: number,
  ): Promise<unknown> {
    return read(context, info);
  }

  @Query(() => [ReadReview], {
    description: '自分の担当の職員の閲覧（この14日）を、点検していない、ふだんと違うものから。所属長だけ。',
  })
  @Root({
    order: (t) =>
      `${t}.reviewed_reads is not distinct from ${t}.reads, cardinality(${t}.unusual) desc, ${t}.day desc, ${t}.reads desc, ${t}.id`,
    limit: 200,
  })
  readReviews(
    @Ctx() context: ReadContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('limit', () => Int, { defaultValue: 50, description: '何件まで（最大200）。' }) _limit?: number,
  ): Promise<unknown> {
    return read(context, info);
  }

  @Query(() => [RetentionRule], { description: '記録の保存期間。' })
  @Root({ order: (t) => `${t}.position`, limit: 50 })
  retentionRules(@Ctx() context: ReadContext, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    return read(context, info);
  }
}
