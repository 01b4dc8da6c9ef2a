import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Int, Query, Resolver } from 'type-graphql';
import { type ReadContext, read } from '#server/database/read';
import { Root } from '#server/database/root';
import { Organization } from './organization';
import { Programme } from './programme';
import { Reading } from './reading';
import { Staff } from './staff';
import { Statistic } from './statistic';
import { Team } from './team';

/** Root fields of the directory: who there is, and what the plan says of them. */
@Resolver()
export class DirectoryQueries {
  @Query(() => [Organization], { description: '機関・団体の一覧。' })
  @Root({ contracts: ['analyst'], order: (t) => `${t}.position, ${t}.name, ${t}.id` })
  organizations(
    @Ctx() context: ReadContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('limit', () => Int, { defaultValue: 200, description: '何件まで。' }) _limit?: number,
  ): Promise<unknown> {
    return read(context, info);
  }

  @Query(() => [Team], { description: '担当の一覧。' })
  @Root({ order: (t) => `${t}.position` })
  teams(@Ctx() context: ReadContext, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    return read(context, info);
  }

  @Query(() => [Staff], { description: 'いま働いている職員の一覧。説明・立会いをした人を選ぶときに。' })
  @Root({
    where: (t) => `${t}.active_from <= hub.today() and (${t}.active_until is null or ${t}.active_until > hub.today())`,
    order: (t) => `${t}.name, ${t}.id`,
    limit: 500,
  })
  colleagues(
    @Ctx() context: ReadContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('limit', () => Int, { defaultValue: 500, description: '何件まで（最大500）。' }) _limit?: number,
  ): Promise<unknown> {
    return read(context, info);
  }

  @Query(() => [Programme], { description: '第1号から第5号までの事業。' })
  @Root({ contracts: ['analyst'], order: (t) => `${t}.position` })
  programmes(@Ctx() context: ReadContext, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    return read(context, info);
  }

  @Query(() => [Reading], { description: '用語・地名・機関の名前の読み方。ふりがなに使う。' })
  @Root({ contracts: ['display'], order: (t) => `${t}.id`, limit: 1000 })
  readings(
    @Ctx() context: ReadContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('limit', () => Int, { defaultValue: 1000, description: '何件まで（最大1000）。' }) _limit?: number,
  ): Promise<unknown> {
    return read(context, info);
  }

  @Query(() => [Statistic], { description: '計画に載る統計。' })
  @Root({ contracts: ['analyst'], order: (t) => `${t}.series, ${t}.fiscal_year` })
  statistics(@Ctx() context: ReadContext, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    return read(context, info);
  }
}
