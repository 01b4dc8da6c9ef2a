import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Int, Mutation, Query, Resolver } from 'type-graphql';
import type { ChangeContext } from '#server/database/change';
import { changed } from '#server/database/changed';
import { type ReadContext, read } from '#server/database/read';
import { Root } from '#server/database/root';
import { Series } from './series';
import { SeriesOrder } from './series-orders';
import { setSeries } from './set-series';

/** When conferences meet. */
@Resolver()
export class SeriesResolver {
  @Query(() => [Series], { description: '会議の開催の周期と、次の候補の日。' })
  @Root({ order: (t) => `(select p.position from core.plan_conference p where p.id = ${t}.kind)`, limit: 20 })
  series(
    @Ctx() context: ReadContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('limit', () => Int, { defaultValue: 20, description: '何件まで（最大20）。' }) _limit?: number,
  ): Promise<unknown> {
    return read(context, info);
  }

  @Mutation(() => Series, { description: '会議の開催の周期を定める・変える。' })
  setSeries(
    @Ctx() context: ChangeContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => SeriesOrder, { description: '内容。' }) input: SeriesOrder,
  ): Promise<unknown> {
    return changed(context, info, 'series.set', input, setSeries);
  }
}
