import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Mutation, Resolver } from 'type-graphql';
import type { ChangeContext } from '#server/database/change';
import { readOne } from '#server/database/read';
import { RecordNoteInput, writeNote } from '../write-note';
import { DisabilityRecord } from './disability-record';
import { Handbook } from './handbook';
import { HandbookInput, recordHandbook } from './record-handbook';

/** What disability welfare writes. */
@Resolver()
export class DisabilityMutations {
  @Mutation(() => Handbook, { description: '障害者手帳を記入する。' })
  async recordHandbook(
    @Ctx() context: ChangeContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => HandbookInput, { description: '記入する内容。' }) input: HandbookInput,
  ): Promise<unknown> {
    return readOne(context, info, await recordHandbook(context, input));
  }

  @Mutation(() => DisabilityRecord, { description: '障害の記録の覚え書きを書き換える。' })
  async writeDisabilityNote(
    @Ctx() context: ChangeContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => RecordNoteInput, { description: '書き換える内容。' }) input: RecordNoteInput,
  ): Promise<unknown> {
    const notebook = { team: 'disability', type: 'DisabilityRecord', record: DisabilityRecord };
    return readOne(context, info, await writeNote(context, notebook, input));
  }
}
