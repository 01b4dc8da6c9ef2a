import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Int, Query, Resolver } from 'type-graphql';
import { type ReadContext, read } from '#server/database/read';
import { Root } from '#server/database/root';
import { Correction } from './correction';

const SUBJECT = ['agenda_item_id', 'role_id', 'action_item_id', 'decision_id', 'note_id'];
const subject = (row: string) => `(${SUBJECT.map((column) => `${row}.${column}`).join(', ')})`;
/** Whether its author has written another of the same since. */
const rewritten = (t: string) =>
  `exists (select 1 from core.correction n where n.session_id = ${t}.session_id and n.made_by = ${t}.made_by and n.made_at > ${t}.made_at
    and ${subject('n')} is not distinct from ${subject(t)})`;

/** What came back of what one wrote. */
@Resolver()
export class CorrectionQueries {
  @Query(() => [Correction], { description: '自分が書き、この30日のうちに差し戻されて、まだ書き直していない訂正。新しいものから。' })
  @Root({
    where: (t) => `hub.is_me(${t}.made_by) and ${t}.refused_at > now() - interval '30 days' and not ${rewritten(t)}`,
    order: (t) => `${t}.refused_at desc, ${t}.id`,
    limit: 20,
  })
  sentBackCorrections(
    @Ctx() context: ReadContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('limit', () => Int, { defaultValue: 20, description: '何件まで（最大20）。' }) _limit?: number,
  ): Promise<unknown> {
    return read(context, info);
  }
}
