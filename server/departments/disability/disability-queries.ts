import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Int, Query, Resolver } from 'type-graphql';
import { type ReadContext, read } from '#server/database/read';
import { Root } from '#server/database/root';
import { DateScalar } from '#server/database/scalars';
import { newestRecord } from '../case-record';
import { within } from '../within';
import { CenterDay } from './center-day';
import { DisabilityRecord } from './disability-record';

/** Root fields of disability welfare, there for its own 担当 only, by policy of the tables. */
@Resolver()
export class DisabilityQueries {
  @Query(() => [DisabilityRecord], { nullable: true, description: '障害の記録を、関わり始めの新しい順に。' })
  @Root({ order: newestRecord, limit: 500 })
  disabilityRecords(
    @Ctx() context: ReadContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('limit', () => Int, { defaultValue: 50, description: '何件まで（最大500）。' }) _limit?: number,
  ): Promise<unknown> {
    return read(context, info);
  }

  @Query(() => [CenterDay], { nullable: true, description: '地域活動支援センターを開いた日を、新しい順に。' })
  @Root({ where: (t, arg) => within(`${t}.held_on`, arg), order: (t) => `${t}.held_on desc`, limit: 500 })
  centerDays(
    @Ctx() context: ReadContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('from', () => DateScalar, { nullable: true, description: 'この日から。' }) _from?: string,
    @Arg('to', () => DateScalar, { nullable: true, description: 'この日まで（この日を含む）。' }) _to?: string,
    @Arg('limit', () => Int, { defaultValue: 50, description: '何件まで（最大500）。' }) _limit?: number,
  ): Promise<unknown> {
    return read(context, info);
  }
}
