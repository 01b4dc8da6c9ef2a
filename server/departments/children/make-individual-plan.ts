import { randomUUID } from 'node:crypto';
import { Field, ID, InputType } from 'type-graphql';
import { decide } from '#server/access/decide';
import { type ChangeContext, change } from '#server/database/change';
import { DateScalar } from '#server/database/scalars';
import { isId } from '#server/kernel/ids';
import { pastDayFault } from '#server/kernel/past-day-fault';
import { insist, NotFound } from '#server/kernel/problem';
import { refuse } from '#server/kernel/refuse';
import { textFault } from '#server/kernel/text-fault';
import { Family } from './family';
import { IndividualPlan } from './individual-plan';

@InputType({ description: '個別支援計画の作成。' })
export class IndividualPlanInput {
  @Field(() => ID, { description: '受け持った家庭の識別子。' })
  familyId!: string;

  @Field(() => DateScalar, { description: '作った日。' })
  madeOn!: string;

  @Field(() => String, { description: '目標（500文字まで）。' })
  goal!: string;
}

/**
 * Makes a plan for a family that the こども家庭センター has taken on, and answers its id. Throws `Denied` for another 担当, `Invalid` (a plan
 * is not older than the taking on) and `NotFound`; nothing is written then.
 */
export async function makeIndividualPlan(context: ChangeContext, input: IndividualPlanInput): Promise<string> {
  insist(decide(context.viewer, 'record:write', { teams: ['children'] }));
  const { familyId, madeOn, goal } = input;
  refuse({ madeOn: pastDayFault(madeOn), goal: textFault(goal, 500) });
  return change(context, 'children.make-plan', input, async (tx) => {
    const family = isId(familyId) ? await tx.manager.findOneBy(Family, { id: familyId }) : null;
    if (!family) throw new NotFound();
    refuse({ madeOn: madeOn < family.takenOn && '家庭を受け持った日より前にはできません。' });
    const id = randomUUID();
    await tx.manager.getRepository(IndividualPlan).insert({ id, familyId, madeOn, goal });
    return { type: 'IndividualPlan', id };
  });
}
