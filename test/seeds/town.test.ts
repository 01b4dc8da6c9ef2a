import { describe, expect, it } from 'vitest';
import { tables } from '#seeds/tables';
import { topics } from '#seeds/town/topics';
import { town, townBytes } from '#seeds/town/town';
import { isId } from '#server/kernel/ids';
import { batches, plan, rows } from './the-town';

describe('the invented city', () => {
  it('is the same for the same seed and anchor, byte for byte, and another for another', () => {
    const bytes = townBytes(plan);
    expect(townBytes({ ...plan })).toBe(bytes);
    expect(townBytes({ ...plan, seed: 8 })).not.toBe(bytes);
    expect(townBytes({ ...plan, anchor: '2026-11-24' })).not.toBe(bytes);
  });

  it('has about 2,200 people in 1,500 households, in eleven districts of which one is tiny', () => {
    expect(rows('core.person').length).toBeGreaterThan(2150);
    expect(rows('core.person').length).toBeLessThan(2350);
    expect(rows('core.household').length).toBeGreaterThan(1450);
    expect(rows('core.household').length).toBeLessThan(1550);
    const inDistrict = (name: string) => rows('core.person').filter(({ district }) => district === name).length;
    expect(new Set(rows('core.person').map(({ district }) => district)).size).toBe(11);
    expect(inDistrict('三富')).toBeLessThan(15);
  });

  it('is a larger city of the same kind at a larger scale', () => {
    const people = [...town({ ...plan, scale: 3 })].filter(({ table }) => table === 'core.person');
    expect(people).toHaveLength(3);
    const ids = people.flatMap((batch) => batch.rows.map(({ id }) => id));
    expect(new Set(ids).size).toBe(ids.length);
    expect(people[0]?.rows).toEqual(rows('core.person'));
    expect(() => [...town({ ...plan, scale: 1.5 })]).toThrow('whole quarters');
    expect(() => [...town({ ...plan, anchor: '2026-02-30' })]).toThrow('no calendar day');
  });

  it('tells only of tables that it lists, before whatever leans on them, and every id has the shape of one', () => {
    for (const { table, rows: own } of batches) {
      expect(tables).toContain(table);
      const [first] = own;
      const columns = Object.keys(first ?? {})
        .sort()
        .join();
      for (const row of own) expect(Object.keys(row).sort().join()).toBe(columns);
      if (typeof first?.id === 'string' && first.id.length === 36) expect(own.every(({ id }) => isId(String(id)))).toBe(true);
    }
  });

  it('marks everybody as invented and gives nobody a real address or telephone', () => {
    for (const { name, name_kana: kana } of rows('core.person_identity'))
      expect(`${name}|${kana}`).toMatch(/^[^|]+\(架空\)\|[^|]+\(架空\)$/);
    for (const { address, phone } of rows('core.person_contact')) {
      expect(address).toMatch(/^架空\d丁目/);
      expect(phone ?? '000-0000-0000').toMatch(/^000-0000-0000/);
    }
    for (const { name } of rows('core.staff')) expect(name).toMatch(/\(架空\)$/);
    const invented = rows('core.organization').filter(({ kind }) =>
      ['PROVIDER', 'GROUP', 'COMPANY', 'SCHOOL', 'MEDICAL', 'SHELTER'].includes(String(kind)),
    );
    expect(invented.length).toBeGreaterThan(30);
    for (const { name } of invented) expect(name).toMatch(/\(架空\)$/);
  });

  it('serves each person by exactly the 担当 of their consultations and cases', () => {
    const serving = new Map<string, Set<string>>();
    const serves = (person: unknown, team: string) => serving.set(String(person), (serving.get(String(person)) ?? new Set()).add(team));
    for (const row of rows('core.consultation')) serves(row.person_id, String(row.team_id));
    for (const row of rows('core.support_case')) for (const team of row.teams as string[]) serves(row.person_id, team);
    for (const { person_id: id, teams } of rows('core.person_guard')) expect(teams).toEqual([...(serving.get(String(id)) ?? [])].sort());
  });

  it('lets nobody come to a window or into a household before they are born, and parents be older than their children', () => {
    const born = new Map(rows('core.person_identity').map((row) => [row.person_id, String(row.birth_date)]));
    for (const row of rows('core.consultation'))
      expect(born.get(row.person_id ?? '')?.localeCompare(String(row.received_on))).toBeLessThan(1);
    for (const row of rows('core.household_member'))
      expect(born.get(row.person_id ?? '')?.localeCompare(String(row.since))).toBeLessThan(1);
    const mothers = new Map(
      rows('core.household_member')
        .filter((row) => row.relationship === '母' && row.until === null)
        .map((row) => [row.household_id, row.person_id]),
    );
    for (const row of rows('core.household_member').filter(({ relationship, until }) => relationship === '子' && until === null)) {
      const mother = mothers.get(row.household_id ?? '');
      if (mother)
        expect(Number(born.get(row.person_id ?? '')?.slice(0, 4)) - Number(born.get(mother)?.slice(0, 4))).toBeGreaterThanOrEqual(17);
    }
  });

  it('lets nothing happen after today except what is planned', () => {
    const looksAhead = new Set(['renew_by', 'next_monitoring_on', 'due_on', 'valid_until']);
    for (const { table, rows: own } of batches) {
      // The calendar of the law knows next year.
      if (table === 'core.holiday' || table === 'core.session' || table === 'elderly_care.care_certification') continue;
      for (const row of own) {
        for (const [column, value] of Object.entries(row)) {
          const day = typeof value === 'string' && /^\d{4}-\d\d-\d\d/.test(value) ? value.slice(0, 10) : null;
          if (day && !looksAhead.has(column)) expect(day <= plan.anchor, `${table}.${column} ${day}`).toBe(true);
        }
      }
    }
  });
});

describe('social resources', () => {
  it('has sixty and more public ones and one shelter that nobody finds', () => {
    const services = rows('core.service');
    expect(services.filter((row) => row.is_public).length).toBeGreaterThanOrEqual(60);
    const hidden = services.filter((row) => row.confidential);
    expect(hidden).toHaveLength(1);
    expect(hidden[0]?.is_public).toBe(false);
    const location = rows('core.location').find((row) => row.service_id === hidden[0]?.id);
    expect(location?.confidential).toBe(true);
    expect(rows('core.location').length).toBeGreaterThan(60);
    expect(rows('core.capacity').length).toBeGreaterThan(40);
  });

  it('has one vocabulary of topics, for what people come with and for what helps them', () => {
    for (const table of ['core.service', 'core.support_case', 'core.consultation', 'core.community_issue'] as const) {
      const used = new Set(rows(table).flatMap((row) => row.topics as string[]));
      expect(
        [...used].filter((topic) => !(topics as readonly string[]).includes(topic)),
        table,
      ).toEqual([]);
    }
  });
});
