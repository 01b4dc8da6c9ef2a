import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Denied, Invalid, NotFound } from '#server/kernel/problem';
import { caseworker, type DepartmentAlone, departmentAlone } from '#test/kit/department-alone';
import { disability } from './disability';

const own = caseworker('disability');
const other = caseworker('livelihood');
const shared = randomUUID();
let house: DepartmentAlone;

beforeAll(async () => {
  house = await departmentAlone(disability);
  await house.sow('case_record', {
    id: randomUUID(),
    case_id: shared,
    opened_on: '2026-05-11',
    main_disability: '精神',
    note: '担当だけの覚え書き',
  });
  await house.sow('handbook', { id: randomUUID(), case_id: shared, kind: 'MENTAL', grade: '2級', issued_on: '2024-10-01' });
  await house.sow('core_consultation', { id: randomUUID(), case_id: shared, consulted_on: '2026-05-12', theme: '就労', note: '本人から' });
  await house.sow(
    'center_day',
    { id: randomUUID(), held_on: '2026-05-11', users: 5 },
    { id: randomUUID(), held_on: '2026-05-12', users: 0 },
  );
});
afterAll(() => house.close());

const wholeRecord = 'disability { mainDisability note handbooks { kind grade } consultations { theme note } withheld { field } }';

describe('records of disability welfare', () => {
  const handbooks = [{ kind: 'MENTAL', grade: '2級' }];

  it('are whole for the own 担当, in one statement', async () => {
    const before = house.database.statements;
    const consultations = [{ theme: '就労', note: '本人から' }];
    const record = { mainDisability: '精神', note: '担当だけの覚え書き', handbooks, consultations, withheld: [] };
    expect(await house.caseOf(own, shared, [], wholeRecord)).toEqual({ disability: record });
    expect(house.database.statements - before).toBe(1);
  });

  it('are not there for 困窮 of the same 課, unless the hub vouches for the case; then without the notes', async () => {
    expect(await house.caseOf(other, shared, [], wholeRecord)).toEqual({ disability: null });
    const record = {
      mainDisability: '精神',
      note: null,
      handbooks,
      consultations: [{ theme: '就労', note: null }],
      withheld: [{ field: 'note' }],
    };
    expect(await house.caseOf(other, shared, ['sensitive', 'note'], wholeRecord)).toEqual({ disability: record });
  });

  it('count the days of the centre, a day without anyone among them', async () => {
    const asked = '{ centerDays(from: "2026-05-11") { heldOn users } disabilityRecords { note case { id } } }';
    const days = [
      { heldOn: '2026-05-12', users: 0 },
      { heldOn: '2026-05-11', users: 5 },
    ];
    expect((await house.ask(own, asked)).data).toEqual({
      centerDays: days,
      disabilityRecords: [{ note: '担当だけの覚え書き', case: { id: shared } }],
    });
    expect((await house.ask(other, asked)).data).toEqual({ centerDays: [], disabilityRecords: [] });
  });
});

describe('recording a handbook', () => {
  const send = 'mutation ($input: HandbookInput!) { recordHandbook(input: $input) { kind grade issuedOn } }';
  const input = { caseId: shared, kind: 'PHYSICAL', grade: '4級', issuedOn: '2026-05-20' };

  it('adds it to the case', async () => {
    expect((await house.ask(own, send, { input })).data).toEqual({
      recordHandbook: { kind: 'PHYSICAL', grade: '4級', issuedOn: '2026-05-20' },
    });
    const found = await house.caseOf(own, shared, [], 'disability { handbooks { grade } }');
    expect(found).toEqual({ disability: { handbooks: [{ grade: '4級' }, { grade: '2級' }] } });
  });

  it('knows the grades of each kind', async () => {
    const faults = async (kind: string, grade: string) =>
      (await house.ask(own, send, { input: { ...input, kind, grade } })).errors?.[0]?.originalError;
    expect(await faults('MENTAL', '4級')).toBeInstanceOf(Invalid);
    expect(await faults('PHYSICAL', '7級')).toBeInstanceOf(Invalid);
    expect(await faults('INTELLECTUAL', 'A-2a')).toBeUndefined();
  });

  it('is denied to another 担当, and knows no case that it has not taken on', async () => {
    expect((await house.ask(other, send, { input })).errors?.[0]?.originalError).toBeInstanceOf(Denied);
    expect((await house.ask(own, send, { input: { ...input, caseId: 'x' } })).errors?.[0]?.originalError).toBeInstanceOf(NotFound);
  });
});
