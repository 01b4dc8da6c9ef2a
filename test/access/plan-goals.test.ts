import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withheldReason } from '#server/access/field-class';
import { aTown, type Town } from '#test/kit/a-town';

let town: Town;
let one: {
  readonly case: string;
  readonly person: string;
  readonly team: 'elderly-care' | 'livelihood';
  readonly goals: readonly string[];
};
beforeAll(async () => {
  town = await aTown();
  const [found] = await town.rows<typeof one>(
    `select c.id as case, c.person_id as person, c.lead_team_id as team, array[p.long_goal, p.short_goal] as goals from core.support_plan p join core.support_case c on c.id = p.case_id
     where c.lead_team_id in ('elderly-care', 'livelihood') and not 'council' = any (c.teams) and not exists (select 1 from core.support_plan q where q.case_id = c.id and q.id <> p.id)
       and not exists (select 1 from core.consent k where k.case_id = c.id and 'council' = any (k.receivers)) order by c.id limit 1`,
  );
  one = found as typeof one;
});
afterAll(() => town?.close());

const plan = async (persona: 'elderly-care' | 'livelihood' | 'council') => {
  const { data } = await (await town.as(persona)).ask(
    'query ($id: ID!) { case(id: $id) { plan { edition longGoal shortGoal withheld { field reason } } } }',
    { id: one.case },
  );
  return data.case?.plan;
};
const consent = (classes: string) =>
  town.rows(
    `insert into core.consent (id, person_id, case_id, giver, receivers, classes, purpose, form, wording, given_on, valid_from, valid_until)
     values (gen_random_uuid(), $1, $2, 'SELF', '{council}', '${classes}', '試し', 'WRITTEN', '', hub.today(), now() - interval '1 day', now() + interval '1 day')`,
    [one.person, one.case],
  );

describe('what a support plan aims at', () => {
  it('is read by the 担当 that serve the case', async () => {
    expect(await plan(one.team)).toMatchObject({ longGoal: one.goals[0], shortGoal: one.goals[1], withheld: [] });
  });

  it('is shared only by a consent that names what is sensitive; otherwise the plan is there and says what it keeps back', async () => {
    expect(await plan('council')).toBeUndefined();
    await consent('{identity,note}');
    expect(await plan('council')).toEqual({
      edition: expect.any(Number),
      longGoal: null,
      shortGoal: null,
      withheld: ['longGoal', 'shortGoal'].map((field) => ({ field, reason: withheldReason('staff', 'sensitive') })),
    });
    await consent('{sensitive}');
    expect(await plan('council')).toMatchObject({ longGoal: one.goals[0], shortGoal: one.goals[1], withheld: [] });
  });
});
