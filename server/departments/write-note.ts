import { Field, ID, InputType, Int } from 'type-graphql';
import { decide } from '#server/access/decide';
import { type ChangeContext, change } from '#server/database/change';
import { changeVersioned } from '#server/database/versioned';
import { insist } from '#server/kernel/problem';
import { refuse } from '#server/kernel/refuse';
import { textFault } from '#server/kernel/text-fault';
import type { CaseRecord } from './case-record';

@InputType({ description: '担当の覚え書きの書き換え。' })
export class RecordNoteInput {
  @Field(() => ID, { description: '記録の識別子。' })
  recordId!: string;

  @Field(() => Int, { description: '画面で見ていた版。' })
  version!: number;

  @Field(() => String, { nullable: true, description: '新しい覚え書き（4000文字まで）。空にするなら null。' })
  note?: string | null;
}

/** Whose records are written in: the 担当, the name of their type, and their class. */
interface Notebook {
  readonly team: string;
  readonly type: string;
  readonly record: new () => CaseRecord;
}

/**
 * Rewrites the note of a department's record and answers the record's id. Throws `Denied` for another 担当, `Invalid` for a text that cannot
 * be kept, `Conflict` when somebody else wrote first; nothing is written then.
 */
export async function writeNote(context: ChangeContext, { team, type, record }: Notebook, input: RecordNoteInput): Promise<string> {
  insist(decide(context.viewer, 'record:write', { teams: [team] }));
  const note = input.note ?? null;
  refuse({ note: note === null ? undefined : textFault(note, 4000) });
  return change(context, `${team}.write-note`, input, async (tx) => {
    const claimed = { id: input.recordId, version: input.version };
    const { id } = await changeVersioned(
      tx,
      record,
      claimed,
      (row) => ({ id: row.id, note: row.note }),
      () => ({ note }),
    );
    return { type, id };
  });
}
