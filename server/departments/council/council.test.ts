import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Denied, Invalid, NotFound } from '#server/kernel/problem';
import { caseworker, type DepartmentAlone, departmentAlone } from '#test/kit/department-alone';
import { council } from './council';

const own = caseworker('council');
const other = caseworker('elderly-care');
const shared = randomUUID();
const service = randomUUID();
let house: DepartmentAlone;

beforeAll(async () => {
  house = await departmentAlone(council);
  await house.sow('case_record', {
    id: randomUUID(),
    case_id: shared,
    opened_on: '2026-05-11',
    concern: '郵便物がたまる',
    note: '担当だけの覚え書き',
  });
  await house.sow('watch_visit', {
    id: randomUUID(),
    case_id: shared,
    visited_on: '2026-05-12',
    condition: '顔色がよい',
    note: '玄関先で',
  });
  await house.sow('livelihood_loan', { id: randomUUID(), case_id: shared, kind: '緊急小口資金', status: 'LENT', applied_on: '2026-04-01' });
  await house.sow('volunteer_group', {
    id: randomUUID(),
    service_id: service,
    name: '配食の会',
    activity: '配食',
    members: 12,
    district: '八幡',
  });
});
afterAll(() => house.close());

const wholeRecord = 'council { concern note watchVisits { condition note } loans { kind status } withheld { field } }';

describe('records of the council of social welfare', () => {
  const open = { concern: '郵便物がたまる', loans: [{ kind: '緊急小口資金', status: 'LENT' }] };

  it('are whole for the own 担当, in one statement', async () => {
    const before = house.database.statements;
    const record = { ...open, note: '担当だけの覚え書き', watchVisits: [{ condition: '顔色がよい', note: '玄関先で' }], withheld: [] };
    expect(await house.caseOf(own, shared, [], wholeRecord)).toEqual({ council: record });
    expect(house.database.statements - before).toBe(1);
  });

  it('are not there for another 担当, unless the hub vouches for the case; then without the notes', async () => {
    expect(await house.caseOf(other, shared, [], wholeRecord)).toEqual({ council: null });
    const record = { ...open, note: null, watchVisits: [{ condition: '顔色がよい', note: null }], withheld: [{ field: 'note' }] };
    expect(await house.caseOf(other, shared, ['sensitive', 'note'], wholeRecord)).toEqual({ council: record });
  });

  it('leave the groups of volunteers open to every member of staff', async () => {
    const { data } = await house.ask(other, '{ volunteerGroups(district: "八幡") { name members resource { id } } councilRecords { id } }');
    expect(data).toEqual({ volunteerGroups: [{ name: '配食の会', members: 12, resource: { id: service } }], councilRecords: [] });
  });
});

describe('recording a visit', () => {
  const send = 'mutation ($input: WatchVisitInput!) { recordWatchVisit(input: $input) { visitedOn condition note } }';
  const input = { caseId: shared, visitedOn: '2026-05-20', condition: '食欲がない' };

  it('adds it to the case', async () => {
    expect((await house.ask(own, send, { input })).data).toEqual({
      recordWatchVisit: { visitedOn: '2026-05-20', condition: '食欲がない', note: null },
    });
    expect((await house.ask(own, '{ councilRecords { watchVisits { id } } }')).data.councilRecords[0].watchVisits).toHaveLength(2);
  });

  it('refuses what cannot be kept', async () => {
    const fault = (await house.ask(own, send, { input: { ...input, visitedOn: '2999-01-01', note: '1234-5678-9018' } })).errors?.[0]
      ?.originalError as Invalid;
    expect(fault).toBeInstanceOf(Invalid);
    expect(Object.keys(fault.details.fields as object)).toEqual(['visitedOn', 'note']);
  });

  it('is denied to another 担当, and knows no case that it has not taken on', async () => {
    expect((await house.ask(other, send, { input })).errors?.[0]?.originalError).toBeInstanceOf(Denied);
    expect((await house.ask(own, send, { input: { ...input, caseId: randomUUID() } })).errors?.[0]?.originalError).toBeInstanceOf(NotFound);
  });
});
