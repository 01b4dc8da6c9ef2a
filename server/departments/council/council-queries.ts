import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Int, Query, Resolver } from 'type-graphql';
import { type ReadContext, read } from '#server/database/read';
import { Root } from '#server/database/root';
import { newestRecord } from '../case-record';
import { CouncilRecord } from './council-record';
import { VolunteerGroup } from './volunteer-group';

/** Root fields of the council of social welfare. Records are there for its own 担当 only, by policy of the table; groups are public. */
@Resolver()
export class CouncilQueries {
  @Query(() => [CouncilRecord], { nullable: true, description: '社会福祉協議会の記録を、関わり始めの新しい順に。' })
  @Root({ order: newestRecord, limit: 500 })
  councilRecords(
    @Ctx() context: ReadContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('limit', () => Int, { defaultValue: 50, description: '何件まで（最大500）。' }) _limit?: number,
  ): Promise<unknown> {
    return read(context, info);
  }

  @Query(() => [VolunteerGroup], { nullable: true, description: 'ボランティアの団体を、名前の順に。' })
  @Root({
    where: (t, arg) => {
      const district = arg('district', 'text');
      return `(${district} is null or ${t}.district = ${district})`;
    },
    order: (t) => `${t}.name, ${t}.id`,
    limit: 500,
  })
  volunteerGroups(
    @Ctx() context: ReadContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('district', () => String, { nullable: true, description: 'この地区だけ。' }) _district?: string,
    @Arg('limit', () => Int, { defaultValue: 50, description: '何件まで（最大500）。' }) _limit?: number,
  ): Promise<unknown> {
    return read(context, info);
  }
}
