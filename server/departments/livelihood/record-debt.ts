import { randomUUID } from 'node:crypto';
import { Field, ID, InputType } from 'type-graphql';
import { decide } from '#server/access/decide';
import { type ChangeContext, change } from '#server/database/change';
import { insist } from '#server/kernel/problem';
import { refuse } from '#server/kernel/refuse';
import { textFault } from '#server/kernel/text-fault';
import { recordOf } from '../record-of';
import { Debt } from './debt';
import { LivelihoodRecord } from './livelihood-record';

@InputType({ description: '債務の記入。' })
export class DebtInput {
  @Field(() => ID, { description: '事例の識別子。' })
  caseId!: string;

  @Field(() => String, { description: '種類（40文字まで）。' })
  kind!: string;

  @Field(() => String, { description: '金額の幅（40文字まで）。' })
  amountBand!: string;

  @Field(() => Boolean, { defaultValue: false, description: '債務整理などで片付いたか。' })
  arranged!: boolean;
}

/**
 * Adds a debt to a case that livelihood support has taken on, and answers its id. Throws `Denied` for another 担当, `Invalid`, and
 * `NotFound` for a case without a record here; nothing is written then.
 */
export async function recordDebt(context: ChangeContext, input: DebtInput): Promise<string> {
  insist(decide(context.viewer, 'record:write', { teams: ['livelihood'] }));
  const { caseId, kind, amountBand, arranged } = input;
  refuse({ kind: textFault(kind, 40), amountBand: textFault(amountBand, 40) });
  return change(context, 'livelihood.record-debt', input, async (tx) => {
    await recordOf(tx, LivelihoodRecord, caseId);
    const id = randomUUID();
    await tx.manager.getRepository(Debt).insert({ id, caseId, kind, amountBand, arranged });
    return { type: 'Debt', id };
  });
}
