import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withheldReason } from '#server/access/field-class';
import { aTown, type Town } from '#test/kit/a-town';

interface Home {
  readonly case: string;
  readonly household: string;
  readonly person: string;
  /** Lives there, has no case and is served by nobody. */
  readonly other: string;
}

let town: Town;
let home: Home;
beforeAll(async () => {
  town = await aTown();
  const [found] = await town.rows<Home>(
    `select c.id as case, c.household_id as household, c.person_id as person, m.person_id as other
     from core.support_case c join core.household_member m on m.household_id = c.household_id and m.until is null join core.person_guard p on p.person_id = m.person_id
     where c.teams = '{elderly-care}' and p.teams = '{}' and not exists (select 1 from core.support_case o where o.household_id = c.household_id and o.id <> c.id)
     order by c.id limit 1`,
  );
  home = found as Home;
});
afterAll(() => town?.close());

interface Member {
  readonly relationship: string;
  readonly person: {
    readonly id: string;
    readonly ageBand: string;
    readonly identity: object | null;
    readonly contact: object | null;
    readonly withheld: readonly object[];
  };
}
const members = async (persona: 'elderly-care' | 'council'): Promise<Member[] | null> => {
  const { data } = await (await town.as(persona)).ask(
    `query ($id: ID!) { case(id: $id) { household { composition members { relationship
       person { id ageBand identity { name } contact { address } withheld { field reason } } } } } }`,
    { id: home.case },
  );
  return data.case?.household.members ?? null;
};
const idsOf = (found: readonly Member[] | null) => found?.map(({ person }) => person.id).sort();
const consent = (person: string, classes: string) =>
  town.rows(
    `insert into core.consent (id, person_id, case_id, giver, receivers, classes, purpose, form, wording, given_on, valid_from, valid_until)
     values (gen_random_uuid(), $1, $2, 'SELF', '{council}', '${classes}', '試し', 'WRITTEN', '', hub.today(), now() - interval '1 day', now() + interval '1 day')`,
    [person, home.case],
  );

describe('who lives in a household', () => {
  it('is all there for the case worker of its case: 続柄 and 年代 of somebody whom nobody serves, and not who they are', async () => {
    const found = await members('elderly-care');
    const living = await town.rows<{ id: string }>(
      'select person_id as id from core.household_member where household_id = $1 and until is null order by 1',
      [home.household],
    );
    expect(idsOf(found)).toEqual(living.map(({ id }) => id));
    expect(living.length).toBeGreaterThan(1);
    const other = found?.find(({ person }) => person.id === home.other);
    expect(other).toMatchObject({ relationship: expect.stringMatching(/./), person: { ageBand: expect.stringMatching(/./) } });
    expect(other?.person).toMatchObject({
      identity: null,
      contact: null,
      withheld: ['identity', 'contact'].map((field) => ({ field, reason: withheldReason('staff', 'identity') })),
    });
    expect(found?.find(({ person }) => person.id === home.person)?.person).toMatchObject({ identity: {}, contact: {}, withheld: [] });
  });

  it('is nobody’s to see who does not know the case', async () => {
    expect(await members('council')).toBeNull();
  });

  it('is only the person of the case for those with whom that person shared it, and then whoever consented as well', async () => {
    await consent(home.person, '{identity}');
    expect(idsOf(await members('council'))).toEqual([home.person]);
    await consent(home.other, '{}');
    const found = await members('council');
    expect(idsOf(found)).toEqual([home.person, home.other].sort());
    expect(found?.find(({ person }) => person.id === home.other)?.person.identity).toBeNull();
    await consent(home.other, '{identity}');
    expect((await members('council'))?.find(({ person }) => person.id === home.other)?.person.identity).not.toBeNull();
  });

  it('is called by name by whoever serves them', async () => {
    await town.rows(`update core.person_guard set teams = '{elderly-care}' where person_id = $1`, [home.other]);
    expect((await members('elderly-care'))?.find(({ person }) => person.id === home.other)?.person.identity).not.toBeNull();
  });

  it('is no more whoever has moved out, but for the person whom the case is about', async () => {
    await town.rows(`update core.household_member set until = hub.today() where household_id = $1`, [home.household]);
    expect(await members('elderly-care')).toEqual([]);
    await town.rows(`update core.person_guard set teams = '{}' where person_id = $1`, [home.other]);
    const { data } = await (await town.as('elderly-care')).ask(
      'query ($id: ID!) { case(id: $id) { person { id } household { composition } } }',
      {
        id: home.case,
      },
    );
    expect(data.case).toMatchObject({ person: { id: home.person }, household: {} });
  });
});
