import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, ID, Info, Int, Query, Resolver } from 'type-graphql';
import { type ReadContext, read } from '#server/database/read';
import { Root } from '#server/database/root';
import { Case } from './case';

/** Root fields of casework. Rows outside the viewer's 担当 and consents are not there, by policy of the table. */
@Resolver()
export class CaseworkQueries {
  @Query(() => [Case], { description: '見てよい事例を、新しい順に。' })
  @Root({
    where: (t, arg) => {
      const after = arg('after', 'uuid');
      const topic = arg('topic', 'text');
      return `(${topic} is null or ${topic} = any (${t}.topics)) and (${after} is null
        or (${t}.opened_on, ${t}.id) < (select c.opened_on, c.id from core.support_case c where c.id = ${after}))`;
    },
    order: (t) => `${t}.opened_on desc, ${t}.id desc`,
    limit: 200,
  })
  cases(
    @Ctx() context: ReadContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('topic', () => String, { nullable: true, description: 'この課題をもつものだけ。' }) _topic?: string,
    @Arg('limit', () => Int, { defaultValue: 50, description: '何件まで（最大200）。' }) _limit?: number,
    @Arg('after', () => ID, { nullable: true, description: 'この事例より後ろ。続きを読むときに。' }) _after?: string,
  ): Promise<unknown> {
    return read(context, info);
  }

  @Query(() => Case, { nullable: true, description: '事例を一件。見てよいものでなければ空。' })
  @Root({ where: (t, arg) => `${t}.id = ${arg('id', 'uuid')}` })
  case(
    @Ctx() context: ReadContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('id', () => ID, { description: '事例の識別子。' }) _id: string,
  ): Promise<unknown> {
    return read(context, info);
  }
}
