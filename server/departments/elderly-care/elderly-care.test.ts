import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Conflict, Denied, Invalid, NotFound } from '#server/kernel/problem';
import { caseworker, type DepartmentAlone, departmentAlone } from '#test/kit/department-alone';
import { elderlyCare } from './elderly-care';

const own = caseworker('elderly-care');
const other = caseworker('livelihood');
const shared = randomUUID();
const service = randomUUID();
const place = randomUUID();
let house: DepartmentAlone;

beforeAll(async () => {
  house = await departmentAlone(elderlyCare);
  await house.sow('case_record', {
    id: randomUUID(),
    case_id: shared,
    opened_on: '2026-05-11',
    care_level: '要支援2',
    note: '担当だけの覚え書き',
  });
  const certification = { id: randomUUID(), case_id: shared, level: '要支援2', certified_on: '2025-06-01', valid_until: '2026-05-31' };
  await house.sow('care_certification', certification);
  await house.sow('center_consultation', {
    id: randomUUID(),
    case_id: shared,
    consulted_on: '2026-05-11',
    theme: '物忘れ',
    note: '娘から',
  });
  await house.sow('gathering_place', { id: place, service_id: service, name: 'ひだまり', district: '日下部' });
  await house.sow('gathering_group', { id: randomUUID(), place_id: place, name: '体操の会', started_on: '2024-04-01' });
  await house.sow('tier_two_base', { id: randomUUID(), name: '日下部拠点', district: '日下部', opened_on: '2024-04-01' });
  await house.sow('service_detail', { service_id: service, intake: '電話', vacancy: 'FEW', checked_on: '2026-05-01' });
});
afterAll(() => house.close());

const wholeRecord = `elderlyCare { careLevel note version certifications { level validUntil } consultations { theme note withheld { field } }
  withheld { field } }`;

describe('records of elderly care', () => {
  it('are whole for the own 担当, in one statement', async () => {
    const before = house.database.statements;
    expect(await house.caseOf(own, shared, [], wholeRecord)).toEqual({
      elderlyCare: {
        careLevel: '要支援2',
        note: '担当だけの覚え書き',
        version: 1,
        certifications: [{ level: '要支援2', validUntil: '2026-05-31' }],
        consultations: [{ theme: '物忘れ', note: '娘から', withheld: [] }],
        withheld: [],
      },
    });
    expect(house.database.statements - before).toBe(1);
  });

  it('are not there for another 担当, unless the hub vouches for the case; then without the notes', async () => {
    expect(await house.caseOf(other, shared, [], wholeRecord)).toEqual({ elderlyCare: null });
    expect(await house.caseOf(other, shared, ['sensitive', 'note'], wholeRecord)).toEqual({
      elderlyCare: {
        careLevel: '要支援2',
        note: null,
        version: 1,
        certifications: [{ level: '要支援2', validUntil: '2026-05-31' }],
        consultations: [{ theme: '物忘れ', note: null, withheld: [{ field: 'note' }] }],
        withheld: [{ field: 'note' }],
      },
    });
  });

  it('leave places and services open to every member of staff', async () => {
    const asked =
      '{ gatheringPlaces(district: "日下部") { name groups { name endedOn } resource { id } } tierTwoBases { name closedOn } elderlyCareRecords { id } }';
    expect((await house.ask(other, asked)).data).toEqual({
      gatheringPlaces: [{ name: 'ひだまり', groups: [{ name: '体操の会', endedOn: null }], resource: { id: service } }],
      tierTwoBases: [{ name: '日下部拠点', closedOn: null }],
      elderlyCareRecords: [],
    });
    const detail =
      'query ($of: [_Any!]!) { _entities(representations: $of) { ... on SocialResource { elderlyCareService { intake vacancy } } } }';
    const { data } = await house.ask(other, detail, { of: [service, randomUUID()].map((id) => ({ __typename: 'SocialResource', id })) });
    expect(data._entities).toEqual([{ elderlyCareService: { intake: '電話', vacancy: 'FEW' } }, { elderlyCareService: null }]);
  });
});

describe('writing for elderly care', () => {
  const send =
    'mutation ($input: CareCertificationInput!) { recordCareCertification(input: $input) { careLevel version certifications { level } } }';
  const input = { caseId: shared, version: 1, level: '要介護1', certifiedOn: '2026-06-01', validUntil: '2027-05-31' };

  it('refuses a level that there is not, and days the wrong way round', async () => {
    const { errors } = await house.ask(own, send, { input: { ...input, level: '要介護9', validUntil: '2026-06-01' } });
    const fault = errors?.[0]?.originalError as Invalid;
    expect(fault).toBeInstanceOf(Invalid);
    expect(Object.keys(fault.details.fields as object)).toEqual(['level', 'validUntil']);
  });

  it('records a certification, and the record takes its level', async () => {
    const { data } = await house.ask(own, send, { input });
    expect(data.recordCareCertification).toEqual({
      careLevel: '要介護1',
      version: 2,
      certifications: [{ level: '要介護1' }, { level: '要支援2' }],
    });
  });

  it('shows both versions to whoever came second, and writes nothing for them', async () => {
    const fault = (await house.ask(own, send, { input: { ...input, level: '要介護3' } })).errors?.[0]?.originalError as Conflict;
    expect(fault).toBeInstanceOf(Conflict);
    expect(fault.details).toMatchObject({ current: { careLevel: '要介護1', version: 2 }, yours: { careLevel: '要介護3', version: 1 } });
    const { data } = await house.ask(own, '{ elderlyCareRecords { certifications { level } } }');
    expect(data.elderlyCareRecords[0].certifications).toHaveLength(2);
  });

  it('keeps the level of the latest certification when an older one is entered later', async () => {
    const late = { ...input, version: 2, level: '要支援1', certifiedOn: '2024-06-01', validUntil: '2025-05-31' };
    expect((await house.ask(own, send, { input: late })).data.recordCareCertification).toMatchObject({ careLevel: '要介護1', version: 3 });
  });

  it('is denied to another 担当, and knows no case that it has not taken on', async () => {
    expect((await house.ask(other, send, { input })).errors?.[0]?.originalError).toBeInstanceOf(Denied);
    expect((await house.ask(own, send, { input: { ...input, caseId: randomUUID() } })).errors?.[0]?.originalError).toBeInstanceOf(NotFound);
  });
});
