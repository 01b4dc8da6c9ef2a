import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { children } from '#server/departments/children/children';
import { aTown, type Guest, type Town } from '#test/kit/a-town';
import { moveOut } from '#test/kit/move-out';

const trip = (destination: string) => ({ wentOn: '2026-10-01', destination, purpose: '見学' });
const twoTrips = `mutation ($one: CoordinatorTripInput!, $other: CoordinatorTripInput!) {
  one: recordCoordinatorTrip(input: $one) { id destination } other: recordCoordinatorTrip(input: $other) { id destination } }`;
const writeNote = 'mutation ($input: RecordNoteInput!) { writeChildrenNote(input: $input) { id note version } }';

describe.each([
  ['in the hub', 'native', false],
  ['in the hub, behind the other planner', 'javascript', false],
  ['in a process of its own', 'native', true],
  ['in a process of its own, behind the other planner', 'javascript', true],
] as const)('a change to a department %s', (_, planner, isRemote) => {
  let town: Town;
  let own: Guest;
  let close: () => void = () => undefined;
  let record: { id: string; version: number; note: string | null };

  beforeAll(async () => {
    town = await aTown({ planner });
    if (isRemote) close = await moveOut(town, children);
    own = await town.as('children');
  });
  afterAll(async () => {
    close();
    await town?.close();
  });
  beforeEach(async () => {
    [record] = (await town.rows<typeof record>('select id, version, note from children.case_record order by id limit 1')) as [
      typeof record,
    ];
  });

  const trips = () =>
    town.rows<{ id: string; destination: string }>(`select id, destination from children.coordinator_trip where purpose = '見学'`);

  it('that somebody else was faster with is shown both versions', async () => {
    const { id, version } = record;
    await own.ask(writeNote, { input: { recordId: id, version, note: '先の人' } });
    const { data, errors, status } = await own.ask(writeNote, { input: { recordId: id, version, note: 'あとの人' } });
    expect([status, data, errors?.length]).toEqual([200, null, 1]);
    expect(errors?.[0]).toMatchObject({
      message: 'ほかの人が先に変更しました。両方の内容を見て、どちらを残すか選んでください。',
      path: ['writeChildrenNote'],
      extensions: { code: 'CONFLICT', current: { note: '先の人', version: version + 1 }, yours: { note: 'あとの人', version } },
    });
  });

  it('that cannot be accepted is told which input to mend', async () => {
    const { data, errors } = await own.ask(writeNote, { input: { recordId: record.id, version: record.version, note: 'あ'.repeat(4001) } });
    expect(data).toBeNull();
    expect(errors?.[0]).toMatchObject({
      path: ['writeChildrenNote'],
      extensions: { code: 'INVALID', fields: { note: expect.any(String) } },
    });
  });

  it.each([
    ['of a record that is not there', 'children', 'NOT_FOUND'],
    ['by somebody of another 担当', 'council', 'DENIED'],
  ] as const)('%s is refused with its own code', async (_case, persona, code) => {
    const input = { recordId: '00000000-0000-4000-8000-000000000000', version: 1, note: 'あ' };
    const { data, errors } = await (await town.as(persona)).ask(writeNote, { input });
    expect(data).toBeNull();
    expect(errors).toMatchObject([{ path: ['writeChildrenNote'], extensions: { code } }]);
  });

  it('and another in one operation are both made, and made once when the operation is sent again', async () => {
    const before = await trips();
    const variables = { one: trip('児童館'), other: trip('保育所') };
    const first = await own.ask(twoTrips, variables, { 'idempotency-key': 'two-trips' });
    expect(first.errors).toBeUndefined();
    expect([first.data.one.destination, first.data.other.destination]).toEqual(['児童館', '保育所']);
    const again = await own.ask(twoTrips, variables, { 'idempotency-key': 'two-trips' });
    expect(again.data).toEqual(first.data);
    expect(await trips()).toHaveLength(before.length + 2);
  });

  it('is refused when the key of another comes with it', async () => {
    const before = await trips();
    await own.ask(twoTrips, { one: trip('学童'), other: trip('学校') }, { 'idempotency-key': 'once' });
    const { errors } = await own.ask(twoTrips, { one: trip('公園'), other: trip('学校') }, { 'idempotency-key': 'once' });
    expect(errors?.[0]).toMatchObject({ path: ['one'], extensions: { code: 'INVALID', fields: { idempotencyKey: expect.any(String) } } });
    expect(await trips()).toHaveLength(before.length + 2);
  });

  it('that fails takes none of those with it that were made before it', async () => {
    const before = await trips();
    const { status, data, errors } = await own.ask(twoTrips, { one: trip('図書館'), other: trip('') });
    expect([status, data]).toEqual([200, null]);
    expect(errors).toMatchObject([{ path: ['other'], extensions: { code: 'INVALID', fields: { destination: expect.any(String) } } }]);
    expect(await trips()).toHaveLength(before.length + 1);
  });
});

describe('what was read of a department in a process of its own', () => {
  let town: Town;
  let close: () => void = () => undefined;
  beforeAll(async () => {
    town = await aTown({ ownGraph: true });
    close = await moveOut(town, children);
  });
  afterAll(async () => {
    close();
    await town?.close();
  });

  it('stands in the audits of both houses', async () => {
    const own = await town.as('children');
    const { pool } = town.database;
    const since = Number((await pool.query('select coalesce(max(id), 0) as id from hub.read_audit')).rows[0].id);
    const { data } = await own.ask('query Here { cases(limit: 20) { id children { note } } }');
    const { rows } = await pool.query(
      `select operation = 'Here' as here, classes, subjects from hub.read_audit where id > $1 order by operation = 'Here'`,
      [since],
    );
    const [there, here] = rows;
    const all = data.cases.map(({ id }: { id: string }) => id).sort();
    const recorded = data.cases.filter((each: { children: unknown }) => each.children).map(({ id }: { id: string }) => id);
    expect(rows).toHaveLength(2);
    expect(recorded.length).toBeGreaterThan(5);
    expect(here).toEqual({ here: true, classes: ['operational', 'note'], subjects: expect.arrayContaining(all) });
    expect(there.classes).toContain('note');
    expect(there.subjects.sort()).toEqual(recorded.sort());
  });
});
