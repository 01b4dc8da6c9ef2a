import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Viewer } from '#server/access/viewer';
import { Unit } from '#server/database/unit';
import { aTown, type Guest, type Town } from '#test/kit/a-town';
import { markersIn } from './marker-owners';

let town: Town;
/** The window of the other party (相手方), which serves him and none of those who fled from him. */
let window: Guest;
let theirs: { readonly people: readonly string[]; readonly case: string; readonly household: string; readonly district: string };
let his: { readonly case: string; readonly household: string; readonly person: string };

beforeAll(async () => {
  town = await aTown();
  window = await town.as('livelihood');
  const [told] = await town.rows<typeof theirs>(
    `select array(select person_id from core.protection)::text[] as people, c.id as case, c.household_id as household, h.district
     from core.support_case c join core.protection t on t.person_id = c.person_id join core.household h on h.id = c.household_id`,
  );
  theirs = told as typeof theirs;
  await town.rows(
    `insert into core.board_note (session_id, restricted, agenda_item_id, case_id, kind, title)
     select session_id, restricted, (select id from core.agenda_item limit 1), case_id, 'WORRY', '夜の見守り' from core.role where case_id = $1`,
    [theirs.case],
  );
  const [other] = await town.rows<typeof his>(
    `select c.id as case, c.household_id as household, c.person_id as person from core.support_case c
     where c.person_id <> all ($1::uuid[]) and exists (select 1 from core.household_member m where m.household_id = c.household_id and m.person_id = any ($1::uuid[]))`,
    [theirs.people],
  );
  his = other as typeof his;
  // The worst that registers and forms can do: they still live with him by the register, and a consent names his window.
  await town.rows(`update core.household_member set until = null where household_id = $1`, [his.household]);
  await town.rows(
    `insert into core.consent (id, person_id, case_id, giver, receivers, classes, purpose, form, wording, given_on, valid_from, valid_until)
     select gen_random_uuid(), p, $2, 'SELF', '{livelihood}', '{identity,address,sensitive,note}', '誤り', 'WRITTEN', '', hub.today(), now() - interval '1 day', now() + interval '1 day'
     from unnest($1::uuid[]) p`,
    [theirs.people, theirs.case],
  );
});
afterAll(() => town?.close());

const who = 'id ageBand district identity { name } contact { address }';
const whole = `id code summary person { ${who} } household { id district composition members { relationship person { ${who} } } }
  consultations { id receivedOn organization { name } } consents { id purpose } roles { id title } actionItems { id title }
  elderlyCare { id } disability { id } livelihood { id } children { id families { theme } } council { id }`;

/** Columns by which a row says whom it is about. */
const about: readonly (readonly [table: string, column: 'people' | 'case' | 'household', name: string])[] = [
  ['core.person_guard', 'people', 'person_id'],
  ['core.person', 'people', 'id'],
  ['core.person_identity', 'people', 'person_id'],
  ['core.person_contact', 'people', 'person_id'],
  ['core.protection', 'people', 'person_id'],
  ['core.consent', 'people', 'person_id'],
  ['core.consultation', 'people', 'person_id'],
  ['core.household_member', 'people', 'person_id'],
  ['core.household_member', 'household', 'household_id'],
  ['core.household', 'household', 'id'],
  ['core.support_case', 'case', 'id'],
  ['core.support_case', 'household', 'household_id'],
  ['core.support_plan', 'case', 'case_id'],
  ['core.role', 'case', 'case_id'],
  ['core.action_item', 'case', 'case_id'],
  ['core.board_note', 'case', 'case_id'],
  ['core.session_case', 'case', 'case_id'],
];

async function rowsSeen(viewer: Viewer, table: string, column: string, ids: readonly string[]): Promise<number> {
  const unit = new Unit(town.database, viewer);
  const text = `select count(*)::text as json from ${table} where ${column} = any ($1::uuid[])`;
  return Number(await unit.json({ text, values: [ids] }).finally(() => unit.close()));
}

describe('the other party’s window', () => {
  it('goes on serving him: his case, his household, himself', async () => {
    const { data } = await window.ask(`query ($id: ID!) { case(id: $id) { ${whole} } }`, { id: his.case });
    expect(data.case).toMatchObject({
      id: his.case,
      person: { id: his.person, identity: {}, contact: {} },
      household: { id: his.household },
    });
    expect(data.case.consultations.length).toBeGreaterThan(0);
  });

  it('finds him alone in his household, though the register has not followed', async () => {
    const { data } = await window.ask(`query ($id: ID!) { case(id: $id) { household { members { relationship person { id } } } } }`, {
      id: his.case,
    });
    expect(data.case.household.members).toEqual([{ relationship: '本人', person: { id: his.person } }]);
  });

  it('finds no case of theirs, though a consent was filled in for it: neither by its id nor in the list', async () => {
    const ask = async (id: string) => (await window.ask(`query ($id: ID!) { case(id: $id) { ${whole} } }`, { id })).text;
    expect(await ask(theirs.case)).toBe(await ask(randomUUID()));
    const { data } = await window.ask('{ cases(limit: 200) { id } }');
    expect(data.cases.length).toBeGreaterThan(10);
    expect(data.cases).not.toContainEqual({ id: theirs.case });
  });

  it('reads no marker of theirs in anything it may list, and not the district where they went', async () => {
    const texts = await town.rows<{ text: string }>(
      `select concat_ws(' ', i.name, i.name_kana, k.address, k.phone) as text from core.person_identity i join core.person_contact k using (person_id)
       where i.person_id = any ($1::uuid[])`,
      [theirs.people],
    );
    const markers = texts.flatMap(({ text }) => markersIn(text));
    expect(markers.length).toBeGreaterThan(9);
    const { text } = await window.ask(`query ($id: ID!) { case(id: $id) { ${whole} } }`, { id: his.case });
    expect([...markers, ...theirs.people, theirs.case, theirs.household, theirs.district].filter((trace) => text.includes(trace))).toEqual(
      [],
    );
  });

  it('cannot open them in an emergency either, once he is recorded as the other party: as if there were no such case', async () => {
    await town.rows('update core.protection set other_party_id = $1', [his.person]);
    const [told] = await town.rows<{ code: string }>('select code from core.support_case where id = $1', [theirs.case]);
    const broken = async (input: object) =>
      (
        await window.ask('mutation ($input: GlassOrder!) { breakGlass(input: $input) }', {
          input: { category: 'LIFE', reason: '家族の居所を急いで確かめたい。', ...input },
        })
      ).text;
    const absent = await broken({ code: 'R0-0000' });
    expect(absent).toContain('NOT_FOUND');
    expect(await broken({ code: told?.code })).toBe(absent);
    expect(await broken({ case: theirs.case })).toBe(absent);
    expect(await town.rows('select 1 from core.break_glass')).toEqual([]);
  });

  it.each(about)('sees no row of %s that is about them, by the wall of the table itself (%s)', async (table, kind, column) => {
    const ids = kind === 'people' ? theirs.people : [theirs[kind]];
    expect(await rowsSeen(town.viewer('livelihood'), table, column, ids)).toBe(0);
    expect(await rowsSeen(town.viewer('children'), table, column, ids), 'the holder finds some, or it proves nothing').toBeGreaterThan(0);
  });
});
