import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { departmentNames } from '#seeds/tables';
import { withheldReason } from '#server/access/field-class';
import { aTown, type Guest, type Town } from '#test/kit/a-town';
import { markersIn } from './marker-owners';

const REASON = withheldReason('staff', 'identity');
const everyone = ['facilitator', 'recorder', 'administrator', ...departmentNames] as const;

interface Protected {
  readonly id: string;
  readonly holders: readonly string[];
  readonly teams: readonly string[];
  /** A case of the person, or of somebody in the same household, now or before. */
  readonly cases: readonly string[];
  /** What tells who and where the person is. */
  readonly traces: readonly string[];
}

let town: Town;
let people: readonly Protected[];
beforeAll(async () => {
  town = await aTown();
  // Every 担当 serves every one of them and has their consent: what closes must be the protection and nothing else.
  await town.rows(`update core.person set teams = array(select id from core.team) where id in (select person_id from core.protection)`);
  await town.rows(
    `update core.support_case set teams = array(select id from core.team) where household_id in (select m.household_id from core.household_member m join core.protection using (person_id))`,
  );
  await town.rows(
    `insert into core.consent (id, person_id, case_id, giver, receivers, classes, purpose, form, wording, given_on, valid_from, valid_until)
     select gen_random_uuid(), c.person_id, c.id, 'SELF', array(select id from core.team), '{identity,address,sensitive,note}', '試し', 'WRITTEN', '', current_date, now() - interval '1 day', now() + interval '1 day'
     from core.support_case c join core.protection using (person_id)`,
  );
  const rows = await town.rows<Protected & { texts: string[] }>(
    `select t.person_id as id, i.holders, p.teams, array[i.name, i.name_kana, k.address, k.phone] as texts,
       array(select c.id from core.support_case c where c.household_id in (select m.household_id from core.household_member m where m.person_id = t.person_id))::text[] as cases
     from core.protection t join core.person p on p.id = t.person_id join core.person_identity i using (person_id) join core.person_contact k using (person_id)`,
  );
  people = rows.map(({ texts, ...row }) => ({ ...row, traces: texts.flatMap((text) => markersIn(text ?? '')) }));
});
afterAll(() => town?.close());

const WHO = 'id identity { id name nameKana birthDate } contact { id address phone } withheld { field reason }';
const document = `query ($id: ID!) { case(id: $id) { id person { ${WHO} } consents { id } consultations { note } household { members { relationship person { ${WHO} } } } } }`;

interface Person {
  readonly id: string;
  readonly identity: object | null;
  readonly contact: object | null;
  readonly withheld: readonly { readonly field: string; readonly reason: string }[];
}
const personsOf = ({ data }: Awaited<ReturnType<Guest['ask']>>): Person[] => {
  const { case: one } = data as {
    case?: { person: Person | null; household: { members: readonly { person: Person | null }[] } | null } | null;
  };
  return [one?.person, ...(one?.household?.members ?? []).map(({ person }) => person)].flatMap((person) => person ?? []);
};
const teamOf = (persona: (typeof everyone)[number]) => town.viewer(persona).teams;

describe('a protected person', () => {
  it('is one of several, held by some and not by others, and leaves traces to look for', () => {
    console.log(`protection: ${people.length} people, ${people.flatMap(({ traces }) => traces).length} traces`);
    expect(people.length).toBeGreaterThan(2);
    for (const { holders, teams, traces, cases } of people) {
      expect(teams.length).toBeGreaterThan(holders.length);
      expect(traces.length).toBeGreaterThanOrEqual(4);
      expect(cases.length).toBeGreaterThan(0);
    }
  });

  it.each(everyone)(
    'is known to %s only as a holder, though all serve and have a consent: not by the case, not by the household',
    async (persona) => {
      const guest: Guest = await town.as(persona);
      let met = 0;
      for (const { id, holders, cases, traces } of people) {
        const isHolder = holders.some((team) => teamOf(persona).includes(team));
        for (const one of cases) {
          const answer = await guest.ask(document, { id: one });
          for (const person of personsOf(answer).filter((each) => each.id === id)) {
            met += 1;
            expect([person.identity !== null, person.contact !== null]).toEqual([isHolder, isHolder]);
            expect(person.withheld).toEqual(
              isHolder
                ? []
                : [
                    { field: 'identity', reason: REASON },
                    { field: 'contact', reason: REASON },
                  ],
            );
          }
          if (!isHolder) expect(traces.filter((trace) => answer.text.includes(trace))).toEqual([]);
        }
      }
      expect(met > 0).toBe(persona !== 'administrator');
    },
  );

  it('is withheld in the words in which anybody is withheld', async () => {
    const guest = await town.as('council');
    const [closed] = await town.rows<{ case: string }>(
      `select c.id as case from core.support_case c join core.person p on p.id = c.person_id
       where 'council' = any (c.teams) and not 'council' = any (p.teams) and not exists (select 1 from core.protection t where t.person_id = p.id)
         and not exists (select 1 from core.consent k where k.person_id = p.id) limit 1`,
    );
    const anybody = personsOf(await guest.ask(document, { id: closed?.case }))[0];
    const { cases, id } = people.find(({ holders }) => !holders.includes('council')) as Protected;
    const somebody = personsOf(await guest.ask(document, { id: cases[0] })).find((person) => person.id === id);
    expect(anybody?.withheld).toHaveLength(2);
    expect(somebody?.withheld).toEqual(anybody?.withheld);
    expect({ ...somebody, id: '' }).toEqual({ ...anybody, id: '' });
  });

  it('is told of by no row that others may count: neither the protection nor who holds it', async () => {
    const fields = Object.values(town.hub.graph.current.contracts.staff.getTypeMap()).flatMap((type) =>
      'getFields' in type && !type.name.startsWith('__') ? Object.keys(type.getFields()).map((field) => `${type.name}.${field}`) : [],
    );
    expect(fields.length).toBeGreaterThan(300);
    expect(fields.filter((field) => /protect|holders|保護/i.test(field))).toEqual([]);
  });

  it('does not live at an address that somebody unprotected of the same household gives away', async () => {
    const told = await town.rows<{ neighbour: string }>(
      `select n.person_id as neighbour from core.protection t
       join core.household_member m on m.person_id = t.person_id and m.until is null join core.household_member n on n.household_id = m.household_id and n.until is null
       join core.person_contact mine on mine.person_id = t.person_id join core.person_contact theirs on theirs.person_id = n.person_id
       where n.person_id <> t.person_id and (not theirs.protected or not theirs.holders <@ mine.holders)
         and regexp_replace(mine.address, ' KOTEI.*', '') = regexp_replace(theirs.address, ' KOTEI.*', '')`,
    );
    expect(told).toEqual([]);
  });
});
