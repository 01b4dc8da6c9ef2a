import { isObjectType, Kind, print } from 'graphql';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { departments } from '#server/departments/registry';
import { buildSubgraphs } from '#server/hub/hub';
import { closePerson } from '#test/kit/a-guarded-person';
import { aTown, type Guest, type Town } from '#test/kit/a-town';
import { aBoard, steered } from '#test/kit/steer';
import { storedOperations } from '#test/kit/stored-operations';
import { watchBoard } from '#test/kit/watch-board';

let town: Town;
let caseworker: Guest;
let seen = 0;

beforeAll(async () => {
  town = await aTown();
  caseworker = await town.as('elderly-care');
});
afterAll(() => town?.close());
beforeEach(async () => {
  await audited();
});

interface Audited {
  readonly subjects: readonly string[];
  readonly beyond: number;
  readonly classes: readonly string[];
}

/** Audit rows since the last look: only the database's owner may read them. */
async function audited(): Promise<Audited[]> {
  const { rows } = await town.database.pool.query<Audited & { id: string }>(
    'select id, subjects, beyond, classes from hub.read_audit where id > $1 order by id',
    [seen],
  );
  seen = Number(rows.at(-1)?.id ?? seen);
  return rows;
}
const ids = async (sql: string, values: unknown[] = []) => (await town.rows<{ id: string }>(sql, values)).map(({ id }) => id);
const asSet = (...keys: (string | null | undefined)[]) => [...new Set(keys.filter((key) => typeof key === 'string'))].sort();
/** Whose records the one answer since the last look held, as the audit says. */
async function named(): Promise<string[]> {
  const rows = await audited();
  expect(rows).toHaveLength(1);
  return [...(rows[0]?.subjects ?? [])].sort();
}

describe('the read audit names', () => {
  const whole = (id: string) => `{ cases(limit: 30) { ${id} stage person { ${id} ageBand identity { name } contact { phone } }
    household { ${id} composition members { relationship person { ${id} ageBand } } }
    consultations { ${id} receivedOn note } consents { purpose } plan { state } roles { title } } }`;

  it('every person, household and case of an answer, though nobody asked for an id', async () => {
    const { data } = await caseworker.ask(whole('id'));
    await audited();
    const answer = await caseworker.ask(whole(''));
    expect(answer.errors).toBeUndefined();
    const expected = new Set<string>(
      await ids('select person_id as id from core.consultation where id = any ($1)', [consultationsOf(data)]),
    );
    for (const { id, person, household } of data.cases) {
      for (const key of [id, person?.id, household?.id]) if (key) expected.add(key);
      for (const member of household?.members ?? []) if (member.person) expected.add(member.person.id);
    }
    expect(expected.size).toBeGreaterThan(60);
    expect(await named()).toEqual([...expected].sort());
  });

  const consultationsOf = (data: { cases: { consultations: { id: string }[] }[] }) =>
    data.cases.flatMap(({ consultations }) => consultations.map(({ id }) => id));

  it('somebody once, however many of their records were read', async () => {
    const [id] = await ids(`select id from core.support_case where 'elderly-care' = any (teams) order by id limit 1`);
    const { data } = await caseworker.ask(
      'query ($id: ID!) { one: case(id: $id) { consents { purpose } plan { state } } other: case(id: $id) { stage } }',
      { id },
    );
    expect(data.other.stage).toBeTruthy();
    expect(await named()).toEqual([id]);
  });

  it('whoever is behind the records of a department, asked at its own door or through their case', async () => {
    const { data } = await caseworker.ask('{ elderlyCareRecords(limit: 20) { id } }');
    const records = data.elderlyCareRecords.map(({ id }: { id: string }) => id);
    const cases = await ids('select case_id as id from elderly_care.case_record where id = any ($1)', [records]);
    await audited();
    await caseworker.ask('{ elderlyCareRecords(limit: 20) { careLevel } }');
    expect(cases).toHaveLength(20);
    expect(await named()).toEqual(cases.sort());
    const [id] = cases;
    await caseworker.ask('query ($id: ID!) { case(id: $id) { elderlyCare { certifications { level } } } }', { id });
    expect(await named()).toEqual([id]);
  });

  it('whoever is in what a change answers', async () => {
    const [record] = await town.rows<{ id: string; case_id: string; version: number }>('select * from elderly_care.case_record limit 1');
    const written = await caseworker.ask('mutation ($input: RecordNoteInput!) { writeElderlyCareNote(input: $input) { note } }', {
      input: { recordId: record?.id, version: record?.version, note: '訪問の予定' },
    });
    expect(written.data.writeElderlyCareNote).toEqual({ note: '訪問の予定' });
    expect(await named()).toEqual([record?.case_id]);
  });

  it('nobody whose record was not there to see', async () => {
    const [id] = await ids(`select id from core.support_case c where teams = '{children}'
      and not exists (select 1 from core.consent k where k.case_id = c.id) order by id limit 1`);
    const { data } = await caseworker.ask('query ($id: ID!) { case(id: $id) { stage person { ageBand } } }', { id });
    expect(data.case).toBeNull();
    expect(await named()).toEqual([]);
  });

  it('only the case, where the row keeps from the viewer who it is about', async () => {
    const [row, other] = await town.rows<{ id: string; person_id: string; household_id: string }>(
      `select id, person_id, household_id from core.support_case where 'elderly-care' = any (teams) order by id desc limit 2`,
    );
    await closePerson(town, row?.person_id, ['children']);
    // The household is seen through the case of somebody else who lives there; not through this one.
    await town.rows('update core.support_case set household_id = $1 where id = $2', [row?.household_id, other?.id]);
    const { data } = await caseworker.ask(
      'query ($id: ID!) { case(id: $id) { stage person { ageBand } household { composition } withheld { field } } }',
      { id: row?.id },
    );
    expect(data.case).toMatchObject({ person: null, household: null, withheld: [{ field: 'person' }, { field: 'household' }] });
    expect(await named()).toEqual([row?.id]);
  });

  it('nobody at all for those who can read nobody’s record', async () => {
    const { session } = await aBoard(await town.as('facilitator'));
    const display = await town.display(session);
    await audited();
    await display.ask('query ($id: ID!) { session(id: $id) { title agenda { card { title } roles { title } actionItems { title } } } }', {
      id: session,
    });
    expect(await named()).toEqual([]);
  });

  it('no more than five hundred, and how many there were beyond them', async () => {
    const { data } = await caseworker.ask('{ cases(limit: 200) { id person { ageBand } household { members { person { ageBand } } } } }');
    expect(data.cases).toHaveLength(200);
    const [row] = await audited();
    expect(row?.subjects).toHaveLength(500);
    expect(new Set(row?.subjects).size).toBe(500);
    expect(row?.beyond).toBeGreaterThan(0);
  });

  it('whoever is on a live board', async () => {
    const facilitator = await town.as('facilitator');
    const { session } = await aBoard(facilitator);
    const [card] = await town.rows<{ id: string; case_id: string }>(`select k.id, k.case_id from core.case_card k
      join core.support_case c on c.id = k.case_id where k.state = 'APPROVED' and 'connection' = any (c.teams) limit 1`);
    await steered(facilitator, 'putOnAgenda', { session, card: card?.id });
    await audited();
    const watch = await watchBoard(town, facilitator, session, { selection: 'agenda { card { case { stage person { ageBand } } } }' });
    const { session: board } = await watch.next();
    watch.cut();
    const person = await ids('select person_id as id from core.support_case where id = $1', [card?.case_id]);
    expect(board.agenda[0].card.case.stage).toBeTruthy();
    expect(await named()).toEqual(asSet(card?.case_id, ...person));
  });
});

describe('what a desk asks again and again', () => {
  it('tells of nobody, and leaves no row; one fact beside it does', async () => {
    const facilitator = await town.as('facilitator');
    const { session } = await aBoard(facilitator);
    const display = await town.display(session);
    const stored = await storedOperations();
    const ask = async (name: string, more = (text: string) => text) => {
      const text = print(stored.find((each) => each.name === name)?.document ?? { kind: Kind.DOCUMENT, definitions: [] });
      const { data, errors } = await (name === 'Connected' ? facilitator : caseworker).ask(more(text), { id: session });
      expect(errors).toBeUndefined();
      return data;
    };
    await audited();
    expect((await ask('Connected')).session.displays).toEqual([expect.objectContaining({ id: display.id })]);
    expect((await ask('InboxStanding')).inboxStanding.open).toBeGreaterThanOrEqual(0);
    expect(await audited()).toEqual([]);
    await ask('Connected', (text) => text.replace('displays', 'title displays'));
    await ask('InboxStanding', (text) => text.replace('inboxStanding', 'inbox { action { title } } inboxStanding'));
    expect(await audited()).toHaveLength(2);
    // Keys alone are a list of conferences.
    expect((await facilitator.ask('{ sessions(limit: 3) { id } }')).data.sessions.length).toBe(3);
    expect(await audited()).toHaveLength(1);
  });
});

describe('a table with the key of a person or case', () => {
  /** Anonymous, and before citizens: see there. */
  const nobodys = ['core.case_card'];

  it('is somebody’s record', async () => {
    const { core, departments: others } = buildSubgraphs(departments);
    const held = await town.rows<{ name: string }>(`select distinct table_schema || '.' || table_name as name
      from information_schema.columns where column_name in ('person_id', 'case_id')`);
    const types = [core, ...others.values()].flatMap(({ schema }) => Object.values(schema.getTypeMap()));
    const rows = types.flatMap((type) => (isObjectType(type) && type.extensions.row ? [type.extensions.row] : []));
    const read = rows.filter(({ table = '' }) => held.some(({ name }) => name === table) && !nobodys.includes(table));
    expect(read.length).toBeGreaterThan(15);
    expect(read.filter(({ subject }) => !subject)).toEqual([]);
  });
});
