import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Mutation, Resolver } from 'type-graphql';
import type { ChangeContext } from '#server/database/change';
import { readOne } from '#server/database/read';
import { RecordNoteInput, writeNote } from '../write-note';
import { CouncilRecord } from './council-record';
import { recordWatchVisit, WatchVisitInput } from './record-watch-visit';
import { WatchVisit } from './watch-visit';

/** What the council of social welfare writes. */
@Resolver()
export class CouncilMutations {
  @Mutation(() => WatchVisit, { description: '見守りの訪問を記入する。' })
  async recordWatchVisit(
    @Ctx() context: ChangeContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => WatchVisitInput, { description: '記入する内容。' }) input: WatchVisitInput,
  ): Promise<unknown> {
    return readOne(context, info, await recordWatchVisit(context, input));
  }

  @Mutation(() => CouncilRecord, { description: '社会福祉協議会の記録の覚え書きを書き換える。' })
  async writeCouncilNote(
    @Ctx() context: ChangeContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => RecordNoteInput, { description: '書き換える内容。' }) input: RecordNoteInput,
  ): Promise<unknown> {
    const notebook = { team: 'council', type: 'CouncilRecord', record: CouncilRecord };
    return readOne(context, info, await writeNote(context, notebook, input));
  }
}
