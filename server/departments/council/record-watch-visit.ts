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
import { CouncilRecord } from './council-record';
import { WatchVisit } from './watch-visit';

@InputType({ description: '見守りの訪問の記入。' })
export class WatchVisitInput {
  @Field(() => ID, { description: '事例の識別子。' })
  caseId!: string;

  @Field(() => DateScalar, { description: '訪問した日。' })
  visitedOn!: string;

  @Field(() => String, { description: '本人の様子（200文字まで）。' })
  condition!: string;

  @Field(() => String, { nullable: true, description: '訪問の記録（4000文字まで）。' })
  note?: string | null;
}

/**
 * Adds a visit to a case that the council has taken on, and answers its id. Throws `Denied` for another 担当, `Invalid`, and `NotFound` for
 * a case without a record here; nothing is written then.
 */
export async function recordWatchVisit(context: ChangeContext, input: WatchVisitInput): Promise<string> {
  insist(decide(context.viewer, 'record:write', { teams: ['council'] }));
  const { caseId, visitedOn, condition, note = null } = input;
  refuse({
    visitedOn: pastDayFault(visitedOn),
    condition: textFault(condition, 200),
    note: note === null ? undefined : textFault(note, 4000),
  });
  return change(context, 'council.record-visit', input, async (tx) => {
    await recordOf(tx, CouncilRecord, caseId);
    const id = randomUUID();
    await tx.manager.getRepository(WatchVisit).insert({ id, caseId, visitedOn, condition, note });
    return { type: 'WatchVisit', id };
  });
}
