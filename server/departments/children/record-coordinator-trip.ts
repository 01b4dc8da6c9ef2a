import { randomUUID } from 'node:crypto';
import { Field, InputType } from 'type-graphql';
import { decide } from '#server/access/decide';
import { type ChangeContext, change } from '#server/database/change';
import { DateScalar } from '#server/database/scalars';
import { pastDayFault } from '#server/kernel/past-day-fault';
import { insist } from '#server/kernel/problem';
import { refuse } from '#server/kernel/refuse';
import { textFault } from '#server/kernel/text-fault';
import { CoordinatorTrip } from './coordinator-trip';

@InputType({ description: 'コーディネーターの出張の記入。' })
export class CoordinatorTripInput {
  @Field(() => DateScalar, { description: '出張した日。' })
  wentOn!: string;

  @Field(() => String, { description: '出張先の事業（100文字まで）。' })
  destination!: string;

  @Field(() => String, { description: '目的（200文字まで）。人の名前は書かない。' })
  purpose!: string;
}

/** Adds a trip of the coordinator and answers its id. Throws `Denied` for another 担当 and `Invalid`; nothing is written then. */
export async function recordCoordinatorTrip(context: ChangeContext, input: CoordinatorTripInput): Promise<string> {
  insist(decide(context.viewer, 'record:write', { teams: ['children'] }));
  const { wentOn, destination, purpose } = input;
  refuse({ wentOn: pastDayFault(wentOn), destination: textFault(destination, 100), purpose: textFault(purpose, 200) });
  return change(context, 'children.record-trip', input, async (tx) => {
    const id = randomUUID();
    await tx.manager.getRepository(CoordinatorTrip).insert({ id, wentOn, destination, purpose });
    return { type: 'CoordinatorTrip', id };
  });
}
