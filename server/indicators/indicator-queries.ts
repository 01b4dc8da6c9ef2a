import type { GraphQLResolveInfo } from 'graphql';
import { Ctx, Info, Query, Resolver } from 'type-graphql';
import { type ReadContext, read } from '#server/database/read';
import { Root } from '#server/database/root';
import { Indicator } from './indicator';

/** Root fields of the plan's indicators. */
@Resolver()
export class IndicatorQueries {
  @Query(() => [Indicator], { description: '実施計画の評価指標18件と、R6〜R12の値。' })
  @Root({ contracts: ['analyst'], order: (t) => `${t}.number` })
  indicators(@Ctx() context: ReadContext, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    return read(context, info);
  }
}
