import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Int, Query, Resolver } from 'type-graphql';
import { type ReadContext, read } from '#server/database/read';
import { Root } from '#server/database/root';
import { newestRecord } from '../case-record';
import { LivelihoodRecord } from './livelihood-record';

/** Root fields of livelihood support, there for its own 担当 only, by policy of the tables. */
@Resolver()
export class LivelihoodQueries {
  @Query(() => [LivelihoodRecord], { nullable: true, description: '生活困窮の記録を、関わり始めの新しい順に。' })
  @Root({ order: newestRecord, limit: 500 })
  livelihoodRecords(
    @Ctx() context: ReadContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('limit', () => Int, { defaultValue: 50, description: '何件まで（最大500）。' }) _limit?: number,
  ): Promise<unknown> {
    return read(context, info);
  }
}
