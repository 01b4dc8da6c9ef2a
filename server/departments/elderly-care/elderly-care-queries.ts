import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Int, Query, Resolver } from 'type-graphql';
import { type ReadContext, read } from '#server/database/read';
import { Root } from '#server/database/root';
import { newestRecord } from '../case-record';
import { ElderlyCareRecord } from './elderly-care-record';
import { GatheringPlace } from './gathering-place';
import { TierTwoBase } from './tier-two-base';

/** Root fields of elderly care. Records are there for its own 担当 only, by policy of the table; places are public information. */
@Resolver()
export class ElderlyCareQueries {
  @Query(() => [ElderlyCareRecord], { nullable: true, description: '介護の記録を、関わり始めの新しい順に。' })
  @Root({ order: newestRecord, limit: 500 })
  elderlyCareRecords(
    @Ctx() context: ReadContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('limit', () => Int, { defaultValue: 50, description: '何件まで（最大500）。' }) _limit?: number,
  ): Promise<unknown> {
    return read(context, info);
  }

  @Query(() => [GatheringPlace], { nullable: true, description: '通いの場を、地区と名前の順に。' })
  @Root({
    where: (t, arg) => {
      const district = arg('district', 'text');
      return `(${district} is null or ${t}.district = ${district})`;
    },
    order: (t) => `${t}.district, ${t}.name, ${t}.id`,
    limit: 500,
  })
  gatheringPlaces(
    @Ctx() context: ReadContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('district', () => String, { nullable: true, description: 'この地区だけ。' }) _district?: string,
    @Arg('limit', () => Int, { defaultValue: 50, description: '何件まで（最大500）。' }) _limit?: number,
  ): Promise<unknown> {
    return read(context, info);
  }

  @Query(() => [TierTwoBase], { nullable: true, description: '第2層協議体の拠点を、置いた順に。' })
  @Root({ order: (t) => `${t}.opened_on, ${t}.id`, limit: 500 })
  tierTwoBases(
    @Ctx() context: ReadContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('limit', () => Int, { defaultValue: 50, description: '何件まで（最大500）。' }) _limit?: number,
  ): Promise<unknown> {
    return read(context, info);
  }
}
