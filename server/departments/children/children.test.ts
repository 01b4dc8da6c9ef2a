import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Conflict, Denied, Invalid, NotFound } from '#server/kernel/problem';
import { caseworker, type DepartmentAlone, departmentAlone } from '#test/kit/department-alone';
import { children } from './children';

const own = caseworker('children');
const other = caseworker('disability');
const shared = randomUUID();
const family = randomUUID();
const record = randomUUID();
let house: DepartmentAlone;

beforeAll(async () => {
  house = await departmentAlone(children);
  await house.sow('case_record', { id: record, case_id: shared, opened_on: '2026-05-11', children_count: 2, note: '担当だけの覚え書き' });
  await house.sow('family', { id: family, case_id: shared, taken_on: '2026-05-12', theme: '養育の不安' });
  await house.sow('individual_plan', { id: randomUUID(), family_id: family, made_on: '2026-06-01', goal: '朝の支度を整える' });
  await house.sow('pregnancy_consultation', {
    id: randomUUID(),
    case_id: shared,
    consulted_on: '2026-04-20',
    stage: '妊娠の届け出',
    note: '初回',
  });
  await house.sow(
    'plaza_day',
    { id: randomUUID(), plaza: 'たち山梨', held_on: '2026-06-01', visitors: 31 },
    { id: randomUUID(), plaza: 'たち牧丘', held_on: '2026-06-02', visitors: 8 },
  );
});
afterAll(() => house.close());

const wholeRecord = `children { childrenCount note families { theme takenOn plans { goal withheld { field } } withheld { field } }
  pregnancyConsultations { stage note withheld { field } } withheld { field reason } case { id } }`;

describe("children's records", () => {
  it('are whole for the own 担当, in one statement', async () => {
    const before = house.database.statements;
    const found = await house.caseOf(own, shared, [], wholeRecord);
    expect(found?.children).toEqual({
      childrenCount: 2,
      note: '担当だけの覚え書き',
      families: [{ theme: '養育の不安', takenOn: '2026-05-12', plans: [{ goal: '朝の支度を整える', withheld: [] }], withheld: [] }],
      pregnancyConsultations: [{ stage: '妊娠の届け出', note: '初回', withheld: [] }],
      withheld: [],
      case: { id: shared },
    });
    expect(house.database.statements - before).toBe(1);
  });

  it('are not there for another 担当', async () => {
    expect(await house.caseOf(other, shared, [], wholeRecord)).toEqual({ children: null });
    const { data } = await house.ask(other, '{ childrenRecords { id } families { id } plazaDays { id } coordinatorTrips { id } }');
    expect(data).toEqual({ childrenRecords: [], families: [], plazaDays: [], coordinatorTrips: [] });
  });

  it('are shared without the notes, and say so, when the hub vouches for the case', async () => {
    const { children: found } = (await house.caseOf(other, shared, ['sensitive', 'note'], wholeRecord)) as {
      children: Record<string, unknown>;
    };
    expect(found).toMatchObject({
      childrenCount: 2,
      note: null,
      withheld: [{ field: 'note', reason: 'あなたの担当には開かれていない項目です。' }],
    });
    expect(found.families).toMatchObject([{ theme: '養育の不安', plans: [{ goal: '朝の支度を整える' }], withheld: [] }]);
    expect(found.pregnancyConsultations).toMatchObject([{ stage: '妊娠の届け出', note: null, withheld: [{ field: 'note' }] }]);
  });

  it('are shared without what the person left out: neither theme nor goal', async () => {
    const { children: found } = (await house.caseOf(other, shared, ['identity'], wholeRecord)) as { children: Record<string, unknown> };
    expect(found.families).toMatchObject([
      { theme: null, plans: [{ goal: null, withheld: [{ field: 'goal' }] }], withheld: [{ field: 'theme' }] },
    ]);
  });

  it('count the days of a plaza between two days', async () => {
    const { data } = await house.ask(
      own,
      '{ plazaDays(plaza: "たち山梨", from: "2026-06-01", to: "2026-06-01") { plaza visitors } childrenRecords { case { id } } }',
    );
    expect(data).toEqual({ plazaDays: [{ plaza: 'たち山梨', visitors: 31 }], childrenRecords: [{ case: { id: shared } }] });
  });
});

describe('writing for children', () => {
  const trip = 'mutation ($input: CoordinatorTripInput!) { recordCoordinatorTrip(input: $input) { id wentOn destination purpose } }';
  const plan = 'mutation ($input: IndividualPlanInput!) { makeIndividualPlan(input: $input) { madeOn goal } }';
  const note = 'mutation ($input: RecordNoteInput!) { writeChildrenNote(input: $input) { note version } }';

  it('records a trip once, however often it is sent', async () => {
    const input = { wentOn: '2026-06-03', destination: 'ふらっとよりみち相談会', purpose: '相談に同席' };
    const first = await house.ask(own, trip, { input }, 'trip-1');
    expect(first.data?.recordCoordinatorTrip).toMatchObject(input);
    expect((await house.ask(own, trip, { input }, 'trip-1')).data).toEqual(first.data);
    const { data } = await house.ask(own, '{ coordinatorTrips(from: "2026-06-03", to: "2026-06-03") { id } }');
    expect(data.coordinatorTrips).toHaveLength(1);
  });

  it('makes two changes of one request, one after the other', async () => {
    const send = (purpose: string) =>
      `recordCoordinatorTrip(input: { wentOn: "2026-06-04", destination: "サロン", purpose: "${purpose}" }) { purpose }`;
    const { data } = await house.ask(own, `mutation { first: ${send('見学')} second: ${send('打ち合わせ')} }`);
    expect(data).toEqual({ first: { purpose: '見学' }, second: { purpose: '打ち合わせ' } });
  });

  it('refuses what cannot be kept, field by field, and never quotes a 個人番号', async () => {
    const input = { wentOn: '2999-01-01', destination: ' ', purpose: '番号 1234 5678 9018' };
    const fault = (await house.ask(own, trip, { input })).errors?.[0]?.originalError as Invalid;
    expect(fault).toBeInstanceOf(Invalid);
    expect(Object.keys(fault.details.fields as object)).toEqual(['wentOn', 'destination', 'purpose']);
    expect(JSON.stringify([fault.message, fault.details])).not.toContain('9018');
  });

  it('makes a plan for a family, not before the family was taken on', async () => {
    const input = { familyId: family, madeOn: '2026-07-01', goal: '週に一度の通園' };
    expect((await house.ask(own, plan, { input })).data).toEqual({ makeIndividualPlan: { madeOn: '2026-07-01', goal: '週に一度の通園' } });
    expect((await house.ask(own, plan, { input: { ...input, madeOn: '2026-05-01' } })).errors?.[0]?.originalError).toBeInstanceOf(Invalid);
    expect((await house.ask(own, plan, { input: { ...input, familyId: 'x' } })).errors?.[0]?.originalError).toBeInstanceOf(NotFound);
  });

  it('rewrites a note, and shows both versions to whoever came second', async () => {
    const input = { recordId: record, version: 1, note: '書き換えた' };
    expect((await house.ask(own, note, { input })).data).toEqual({ writeChildrenNote: { note: '書き換えた', version: 2 } });
    const fault = (await house.ask(own, note, { input: { ...input, note: 'あとから' } })).errors?.[0]?.originalError as Conflict;
    expect(fault).toBeInstanceOf(Conflict);
    expect(fault.details).toEqual({
      current: { id: record, note: '書き換えた', version: 2 },
      yours: { id: record, note: 'あとから', version: 1 },
    });
  });

  it('is denied to another 担当', async () => {
    const input = { recordId: record, version: 2, note: '他課' };
    expect((await house.ask(other, note, { input })).errors?.[0]?.originalError).toBeInstanceOf(Denied);
  });
});
