import { randomUUID } from 'node:crypto';
import { Field, ID, InputType } from 'type-graphql';
import { decide } from '#server/access/decide';
import { type ChangeContext, change } from '#server/database/change';
import { DateScalar } from '#server/database/scalars';
import { pastDayFault } from '#server/kernel/past-day-fault';
import { insist } from '#server/kernel/problem';
import { refuse } from '#server/kernel/refuse';
import { textFault } from '#server/kernel/text-fault';
import { recordOf } from '../record-of';
import { DisabilityRecord } from './disability-record';
import { Handbook } from './handbook';
import { HandbookKind } from './handbook-kind';

@InputType({ description: '障害者手帳の記入。' })
export class HandbookInput {
  @Field(() => ID, { description: '事例の識別子。' })
  caseId!: string;

  @Field(() => HandbookKind, { description: '種類。' })
  kind!: HandbookKind;

  @Field(() => String, { description: '等級・程度（身体は1級〜6級、精神は1級〜3級、療育は県の区分）。' })
  grade!: string;

  @Field(() => DateScalar, { description: '交付した日。' })
  issuedOn!: string;
}

/** Grades by law (身体障害者福祉法施行規則 別表5, 精神保健福祉法施行令 6条); those of 療育手帳 are the prefecture's own. */
const grades: Readonly<Partial<Record<HandbookKind, readonly string[]>>> = {
  PHYSICAL: ['1級', '2級', '3級', '4級', '5級', '6級'],
  MENTAL: ['1級', '2級', '3級'],
};

/**
 * Adds a handbook to a case that disability welfare has taken on, and answers its id. Throws `Denied` for another 担当, `Invalid`, and
 * `NotFound` for a case without a record here; nothing is written then.
 */
export async function recordHandbook(context: ChangeContext, input: HandbookInput): Promise<string> {
  insist(decide(context.viewer, 'record:write', { teams: ['disability'] }));
  const { caseId, kind, grade, issuedOn } = input;
  refuse({ grade: gradeFault(kind, grade), issuedOn: pastDayFault(issuedOn) });
  return change(context, 'disability.record-handbook', input, async (tx) => {
    await recordOf(tx, DisabilityRecord, caseId);
    const id = randomUUID();
    await tx.manager.getRepository(Handbook).insert({ id, caseId, kind, grade, issuedOn });
    return { type: 'Handbook', id };
  });
}

function gradeFault(kind: HandbookKind, grade: string): string | undefined {
  const known = grades[kind];
  if (!known) return textFault(grade, 20);
  return known.includes(grade) ? undefined : `${known.join('・')} のどれかにしてください。`;
}
