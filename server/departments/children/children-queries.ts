import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Int, Query, Resolver } from 'type-graphql';
import { type ReadContext, read } from '#server/database/read';
import { Root } from '#server/database/root';
import { DateScalar } from '#server/database/scalars';
import { newestRecord } from '../case-record';
import { within } from '../within';
import { ChildrenRecord } from './children-record';
import { CoordinatorTrip } from './coordinator-trip';
import { Family, newestFamily } from './family';
import { PlazaDay } from './plaza-day';

/** Root fields of children's welfare, there for its own 担当 only, by policy of the tables. */
@Resolver()
export class ChildrenQueries {
  @Query(() => [ChildrenRecord], { nullable: true, description: '子どもの記録を、関わり始めの新しい順に。' })
  @Root({ order: newestRecord, limit: 500 })
  childrenRecords(
    @Ctx() context: ReadContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('limit', () => Int, { defaultValue: 50, description: '何件まで（最大500）。' }) _limit?: number,
  ): Promise<unknown> {
    return read(context, info);
  }

  @Query(() => [Family], { nullable: true, description: 'こども家庭センターが受け持った家庭を、新しい順に。' })
  @Root({ where: (t, arg) => within(`${t}.taken_on`, arg), order: newestFamily, limit: 500 })
  families(
    @Ctx() context: ReadContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('from', () => DateScalar, { nullable: true, description: 'この日から。' }) _from?: string,
    @Arg('to', () => DateScalar, { nullable: true, description: 'この日まで（この日を含む）。' }) _to?: string,
    @Arg('limit', () => Int, { defaultValue: 50, description: '何件まで（最大500）。' }) _limit?: number,
  ): Promise<unknown> {
    return read(context, info);
  }

  @Query(() => [PlazaDay], { nullable: true, description: 'つどいの広場を開いた日を、新しい順に。' })
  @Root({
    where: (t, arg) => {
      const plaza = arg('plaza', 'text');
      return `(${plaza} is null or ${t}.plaza = ${plaza}) and ${within(`${t}.held_on`, arg)}`;
    },
    order: (t) => `${t}.held_on desc, ${t}.plaza`,
    limit: 500,
  })
  plazaDays(
    @Ctx() context: ReadContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('plaza', () => String, { nullable: true, description: 'この広場だけ。' }) _plaza?: string,
    @Arg('from', () => DateScalar, { nullable: true, description: 'この日から。' }) _from?: string,
    @Arg('to', () => DateScalar, { nullable: true, description: 'この日まで（この日を含む）。' }) _to?: string,
    @Arg('limit', () => Int, { defaultValue: 50, description: '何件まで（最大500）。' }) _limit?: number,
  ): Promise<unknown> {
    return read(context, info);
  }

  @Query(() => [CoordinatorTrip], { nullable: true, description: '子育て支援総合コーディネーターの出張を、新しい順に。' })
  @Root({ where: (t, arg) => within(`${t}.went_on`, arg), order: (t) => `${t}.went_on desc, ${t}.id`, limit: 500 })
  coordinatorTrips(
    @Ctx() context: ReadContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('from', () => DateScalar, { nullable: true, description: 'この日から。' }) _from?: string,
    @Arg('to', () => DateScalar, { nullable: true, description: 'この日まで（この日を含む）。' }) _to?: string,
    @Arg('limit', () => Int, { defaultValue: 50, description: '何件まで（最大500）。' }) _limit?: number,
  ): Promise<unknown> {
    return read(context, info);
  }
}
