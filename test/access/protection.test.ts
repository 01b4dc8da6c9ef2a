import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { departmentNames } from '#seeds/tables';
import { withheldReason } from '#server/access/field-class';
import { Unit } from '#server/database/unit';
import { aTown, type Guest, type Town } from '#test/kit/a-town';
import { markersIn } from './marker-owners';

const REASON = withheldReason('staff', 'identity');
const everyone = ['facilitator', 'recorder', 'administrator', ...departmentNames] as const;

interface Protected {
  readonly id: string;
  readonly holders: readonly string[];
  readonly teams: readonly string[];
  /** Their own cases. */
  readonly cases: readonly string[];
  /** What tells who and where the person is. */
  readonly traces: readonly string[];
}

let town: Town;
let people: readonly Protected[];
beforeAll(async () => {
  town = await aTown();
  // Every 担当 serves every one of them and has their consent: what closes must be the protection and nothing else.
  await town.rows(`update core.person_guard set teams = array(select id from core.team) where protected`);
  await town.rows(
    `update core.support_case set teams = array(select id from core.team) where household_id in (select m.household_id from core.household_member m join core.protection using (person_id))`,
  );
  await town.rows(
    `insert into core.consent (id, person_id, case_id, giver, receivers, classes, purpose, form, wording, given_on, valid_from, valid_until)
     select gen_random_uuid(), c.person_id, c.id, 'SELF', array(select id from core.team), '{identity,address,sensitive,note}', '試し', 'WRITTEN', '', hub.today(), now() - interval '1 day', now() + interval '1 day'
     from core.support_case c join core.protection using (person_id)`,
  );
  const rows = await town.rows<Protected & { texts: string[]; places: string[] }>(
    `select t.person_id as id, i.holders, i.teams, array[n.name, n.name_kana, k.address, k.phone] as texts, array[h.id::text, h.district, p.district, t.person_id::text] as places,
       array(select c.id from core.support_case c where c.person_id = t.person_id)::text[] as cases
     from core.protection t join core.person_guard i using (person_id) join core.person p on p.id = t.person_id
     join core.person_identity n using (person_id) join core.person_contact k using (person_id)
     join core.household_member m on m.person_id = t.person_id and m.until is null join core.household h on h.id = m.household_id`,
  );
  people = rows.map(({ texts, places, ...row }) => ({ ...row, traces: [...texts.flatMap((text) => markersIn(text ?? '')), ...places] }));
});
afterAll(() => town?.close());

const WHO = 'id ageBand district identity { id name nameKana birthDate } contact { id address phone } withheld { field reason }';
const document = `query ($id: ID!) { case(id: $id) { id code stage topics summary consentedClasses person { ${WHO} }
  household { id district members { relationship person { ${WHO} } } }
  consents { id } consultations { note organization { name } } plan { state longGoal } withheld { field reason } } }`;

const teamsOf = (persona: (typeof everyone)[number]) => town.viewer(persona).teams;
const isHeld = ({ holders }: Protected, persona: (typeof everyone)[number]) => holders.some((team) => teamsOf(persona).includes(team));

describe('a protected person', () => {
  it('is one of several, held by some and not by others, and leaves traces to look for', () => {
    console.log(`protection: ${people.length} people, ${people.flatMap(({ traces }) => traces).length} traces`);
    expect(people.length).toBeGreaterThan(2);
    expect(people.flatMap(({ cases }) => cases).length).toBeGreaterThan(0);
    for (const { holders, teams, traces } of people) {
      expect(teams.length).toBeGreaterThan(holders.length);
      expect(traces.length).toBeGreaterThanOrEqual(8);
    }
  });

  it.each(everyone)('is known to %s only as a holder, though all serve and have a consent', async (persona) => {
    const guest: Guest = await town.as(persona);
    for (const one of people) {
      for (const id of one.cases) {
        const { data, text } = await guest.ask(document, { id });
        const found = data.case;
        if (persona === 'administrator') expect(found).toBeNull();
        else if (isHeld(one, persona)) {
          expect(found.person).toMatchObject({ id: one.id, identity: { id: one.id }, contact: { id: one.id }, withheld: [] });
          expect(found.household.members.map(({ person }: { person: { id: string } }) => person.id)).toContain(one.id);
          expect(found.withheld).toEqual([]);
        } else {
          // The service goes on: the case, its plan and the window's own records are there.
          expect(found).toMatchObject({ id, person: null, household: null, consents: [], consentedClasses: [], summary: null });
          expect(found.plan).toMatchObject({ state: 'ACTIVE', longGoal: expect.any(String) });
          expect(found.withheld).toEqual(['summary', 'person', 'household'].map((field) => ({ field, reason: REASON })));
          expect(one.traces.filter((trace) => text.includes(trace))).toEqual([]);
        }
      }
    }
  });

  it.each(['core.person_guard', 'core.person', 'core.person_identity', 'core.person_contact', 'core.household_member', 'core.consent'])(
    'is closed by the wall of %s itself to those who serve and do not hold',
    async (table) => {
      const key = table === 'core.person' ? 'id' : 'person_id';
      const text = `select count(distinct ${key})::text as json from ${table} where ${key} = any ($1::uuid[])`;
      const seen = async (persona: (typeof everyone)[number]) => {
        const unit = new Unit(town.database, town.viewer(persona));
        return Number(await unit.json({ text, values: [people.map(({ id }) => id)] }).finally(() => unit.close()));
      };
      for (const persona of ['elderly-care', 'disability', 'livelihood', 'council'] as const) expect(await seen(persona)).toBe(0);
      expect(await seen('children')).toBeGreaterThan(0);
    },
  );

  it('leaves to a window what it wrote itself, and nothing that another window wrote', async () => {
    const [one] = people.filter(({ cases }) => cases.length > 0) as [Protected];
    const [kept] = await town.rows<{ id: string }>(
      `insert into core.consultation (id, organization_id, team_id, person_id, case_id, received_on, route, topics, urgency, is_new, isolation, note)
       select gen_random_uuid(), (select id from core.organization where team_id = 'council' limit 1), 'council', $1, $2, hub.today(), '来所', '{住まい}', 'NORMAL', false, false, '社協の記録' returning id`,
      [one.id, one.cases[0]],
    );
    const ask = async (persona: (typeof everyone)[number]) =>
      (await (await town.as(persona)).ask('query ($id: ID!) { case(id: $id) { consultations { id note } } }', { id: one.cases[0] })).data
        .case.consultations;
    expect(await ask('council')).toEqual([{ id: kept?.id, note: '社協の記録' }]);
    expect(await ask('livelihood')).toEqual([]);
    expect((await ask('children')).length).toBeGreaterThan(1);
  });

  it('is told of by no row that others may count: neither the protection nor who holds it', async () => {
    const fields = Object.values(town.hub.graph.current.contracts.staff.getTypeMap()).flatMap((type) =>
      'getFields' in type && !type.name.startsWith('__') ? Object.keys(type.getFields()).map((field) => `${type.name}.${field}`) : [],
    );
    expect(fields.length).toBeGreaterThan(300);
    const telling = fields.filter((field) => /protect|holders|保護/i.test(field) && !/^(Mutation|Protection|\w+Order)\./.test(field));
    expect(telling).toEqual(['Case.protection', 'Query.protections', 'DisclosureRequest.protectionNear']);
    // The disclosure officer is told that one is near. Of the others, holders are told and nobody else.
    for (const persona of everyone) {
      const guest = await town.as(persona);
      const { data } = await guest.ask('{ protections(limit: 200) { id } cases(limit: 200) { id protection { id } } }');
      const held = people.filter((one) => isHeld(one, persona)).length;
      expect(data.protections, persona).toHaveLength(held);
      const told = data.cases.filter(({ protection }: { protection: unknown }) => protection !== null);
      expect(told.length > 0, persona).toBe(held > 0);
    }
  });

  it('does not live at an address that somebody unprotected of the same household gives away', async () => {
    const told = await town.rows<{ neighbour: string }>(
      `select n.person_id as neighbour from core.protection t
       join core.household_member m on m.person_id = t.person_id and m.until is null join core.household_member n on n.household_id = m.household_id and n.until is null
       join core.person_contact mine on mine.person_id = t.person_id join core.person_contact theirs on theirs.person_id = n.person_id
       join core.person_guard ours on ours.person_id = t.person_id join core.person_guard its on its.person_id = n.person_id
       where n.person_id <> t.person_id and (not its.protected or not its.holders <@ ours.holders)
         and regexp_replace(mine.address, ' KOTEI.*', '') = regexp_replace(theirs.address, ' KOTEI.*', '')`,
    );
    expect(told).toEqual([]);
  });
});
