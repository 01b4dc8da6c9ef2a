import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Denied, Invalid, NotFound } from '#server/kernel/problem';
import { caseworker, type DepartmentAlone, departmentAlone } from '#test/kit/department-alone';
import { livelihood } from './livelihood';

const own = caseworker('livelihood');
const other = caseworker('disability');
const shared = randomUUID();
let house: DepartmentAlone;

beforeAll(async () => {
  house = await departmentAlone(livelihood);
  await house.sow('case_record', {
    id: randomUUID(),
    case_id: shared,
    opened_on: '2026-05-11',
    income_band: '月10万円未満',
    note: '担当だけの覚え書き',
  });
  await house.sow('self_reliance_consultation', {
    id: randomUUID(),
    case_id: shared,
    consulted_on: '2026-05-12',
    theme: '家計',
    note: '夫から',
  });
  await house.sow('debt', { id: randomUUID(), case_id: shared, kind: '消費者金融', amount_band: '100〜300万円', arranged: false });
  await house.sow('housing', { id: randomUUID(), case_id: shared, status: 'ARREARS', since: '2026-02-01' });
});
afterAll(() => house.close());

const wholeRecord =
  'livelihood { incomeBand note consultations { note } debts { kind amountBand arranged } housings { status since } withheld { field } }';

describe('records of livelihood support', () => {
  const open = {
    incomeBand: '月10万円未満',
    debts: [{ kind: '消費者金融', amountBand: '100〜300万円', arranged: false }],
    housings: [{ status: 'ARREARS', since: '2026-02-01' }],
  };

  it('are whole for the own 担当, in one statement', async () => {
    const before = house.database.statements;
    const record = { ...open, note: '担当だけの覚え書き', consultations: [{ note: '夫から' }], withheld: [] };
    expect(await house.caseOf(own, shared, [], wholeRecord)).toEqual({ livelihood: record });
    expect(house.database.statements - before).toBe(1);
  });

  it('are not there for 障害 of the same 課, unless the hub vouches for the case; then without the notes', async () => {
    expect(await house.caseOf(other, shared, [], wholeRecord)).toEqual({ livelihood: null });
    const record = { ...open, note: null, consultations: [{ note: null }], withheld: [{ field: 'note' }] };
    expect(await house.caseOf(other, shared, ['sensitive', 'note'], wholeRecord)).toEqual({ livelihood: record });
    expect((await house.ask(other, '{ livelihoodRecords { id } }')).data).toEqual({ livelihoodRecords: [] });
  });
});

describe('recording a debt', () => {
  const send = 'mutation ($input: DebtInput!) { recordDebt(input: $input) { kind amountBand arranged withheld { field } } }';
  const input = { caseId: shared, kind: '家賃の保証', amountBand: '50万円未満' };

  it('adds it to the case', async () => {
    const debt = { kind: '家賃の保証', amountBand: '50万円未満', arranged: false, withheld: [] };
    expect((await house.ask(own, send, { input })).data).toEqual({ recordDebt: debt });
    expect((await house.ask(own, '{ livelihoodRecords { debts { id } } }')).data.livelihoodRecords[0].debts).toHaveLength(2);
  });

  it('refuses texts that cannot be kept', async () => {
    const fault = (await house.ask(own, send, { input: { ...input, kind: '', amountBand: '１２３４５６７８９０１８' } })).errors?.[0]
      ?.originalError as Invalid;
    expect(fault).toBeInstanceOf(Invalid);
    expect(Object.keys(fault.details.fields as object)).toEqual(['kind', 'amountBand']);
  });

  it('is denied to another 担当, and knows no case that it has not taken on', async () => {
    expect((await house.ask(other, send, { input })).errors?.[0]?.originalError).toBeInstanceOf(Denied);
    expect((await house.ask(own, send, { input: { ...input, caseId: randomUUID() } })).errors?.[0]?.originalError).toBeInstanceOf(NotFound);
  });
});
