import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Mutation, Resolver } from 'type-graphql';
import type { ChangeContext } from '#server/database/change';
import { readOne } from '#server/database/read';
import { RecordNoteInput, writeNote } from '../write-note';
import { ElderlyCareRecord } from './elderly-care-record';
import { CareCertificationInput, recordCareCertification } from './record-care-certification';

/** What elderly care writes. */
@Resolver()
export class ElderlyCareMutations {
  @Mutation(() => ElderlyCareRecord, { description: '要介護認定を記入する。いちばん新しい認定なら、記録の要介護度も変わる。' })
  async recordCareCertification(
    @Ctx() context: ChangeContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => CareCertificationInput, { description: '記入する内容。' }) input: CareCertificationInput,
  ): Promise<unknown> {
    return readOne(context, info, await recordCareCertification(context, input));
  }

  @Mutation(() => ElderlyCareRecord, { description: '介護の記録の覚え書きを書き換える。' })
  async writeElderlyCareNote(
    @Ctx() context: ChangeContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => RecordNoteInput, { description: '書き換える内容。' }) input: RecordNoteInput,
  ): Promise<unknown> {
    const notebook = { team: 'elderly-care', type: 'ElderlyCareRecord', record: ElderlyCareRecord };
    return readOne(context, info, await writeNote(context, notebook, input));
  }
}
