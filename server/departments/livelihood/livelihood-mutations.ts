import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Mutation, Resolver } from 'type-graphql';
import type { ChangeContext } from '#server/database/change';
import { readOne } from '#server/database/read';
import { RecordNoteInput, writeNote } from '../write-note';
import { Debt } from './debt';
import { LivelihoodRecord } from './livelihood-record';
import { DebtInput, recordDebt } from './record-debt';

/** What livelihood support writes. */
@Resolver()
export class LivelihoodMutations {
  @Mutation(() => Debt, { description: '債務を記入する。' })
  async recordDebt(
    @Ctx() context: ChangeContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => DebtInput, { description: '記入する内容。' }) input: DebtInput,
  ): Promise<unknown> {
    return readOne(context, info, await recordDebt(context, input));
  }

  @Mutation(() => LivelihoodRecord, { description: '生活困窮の記録の覚え書きを書き換える。' })
  async writeLivelihoodNote(
    @Ctx() context: ChangeContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => RecordNoteInput, { description: '書き換える内容。' }) input: RecordNoteInput,
  ): Promise<unknown> {
    const notebook = { team: 'livelihood', type: 'LivelihoodRecord', record: LivelihoodRecord };
    return readOne(context, info, await writeNote(context, notebook, input));
  }
}
