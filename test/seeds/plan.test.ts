import { describe, expect, it } from 'vitest';
import { facts, plainSpelling } from '#seeds/plan/facts';
import { organizationKeyOf } from '#seeds/plan/organizations';
import { planBatches } from '#seeds/plan/plan-batches';
import { projectIdOf } from '#seeds/plan/programmes';
import { conferenceKinds } from '#server/access/conference-profile';
import { printedIndicators, printedOrganizations } from './as-printed';
import { rowsOf } from './rows-of';

const batches = planBatches();
const kinds = { R6: 'ACTUAL', R7: 'EXPECTED' } as const;

describe('the plan, as sown', () => {
  const indicators = rowsOf(batches, 'core.indicator');
  const cells = rowsOf(batches, 'core.indicator_cell');

  it('has the 18 indicators in the order of the plan, the first six as reference values', () => {
    expect(indicators.map(({ number }) => number)).toEqual(Array.from({ length: 18 }, (_, index) => index + 1));
    expect(indicators.map(({ nature }) => nature)).toEqual([...Array(6).fill('REFERENCE'), ...Array(12).fill('TARGET')]);
    for (const [index, { label }] of printedIndicators.entries()) {
      const { organization_name: organization, name } = indicators[index] ?? {};
      const [last = ''] = label.split(' ').slice(-1);
      expect(plainSpelling(`${organization}${name}`)).toContain(plainSpelling(last));
    }
  });

  it.each(printedIndicators.map((printed, index) => ({ ...printed, number: index + 1 })))(
    'prints indicator $number ($label) cell by cell',
    ({ raws, number }) => {
      const indicator = indicators.find((row) => row.number === number);
      const own = cells.filter((cell) => cell.indicator_id === indicator?.id);
      expect(own.map(({ raw }) => raw)).toEqual(raws);
      expect(own.map(({ fiscal_year: year }) => year)).toEqual([2024, 2025, 2026, 2027, 2028, 2029, 2030]);
      expect(own.map(({ value }) => value)).toEqual(raws.map(numberIn));
      const future = indicator?.nature === 'REFERENCE' ? 'FORECAST' : 'TARGET';
      expect(own.map(({ kind }) => kind)).toEqual([kinds.R6, kinds.R7, ...Array(5).fill(future)]);
    },
  );

  it('has 126 cells, and no data where the plan prints a dash, which is not zero', () => {
    expect(cells).toHaveLength(126);
    const empty = cells.filter(({ value }) => value === null);
    expect(empty.map(({ indicator_id: id, raw }) => `${id} ${raw}`)).toEqual(['i14-outreach-worker -', 'i17-participation-change —%']);
    expect(cells.filter(({ value }) => value === 0).map(({ indicator_id: id }) => id)).toEqual(['i18-employment-matching']);
  });

  it('says in a sentence what each indicator counts', () => {
    for (const { definition, decimals, id } of indicators) {
      expect(definition, String(id)).toMatch(/年度.*。$/);
      expect(decimals, String(id)).toBe(id === 'i05-kodomo-plan-rate' ? 1 : 0);
    }
    expect(indicators.filter((row) => row.reading_note).map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 12, 13, 16]);
  });

  it('has the 15 rows of organisations, merged cells left empty', () => {
    const rows = rowsOf(batches, 'core.plan_organization');
    const printed = rows.map((row) => [
      `第${String(row.programme_id).slice(-1)}号`,
      row.project_name,
      row.base_name,
      row.operation ?? '↑',
      String(row.base_count ?? '↑'),
    ]);
    expect(printed).toEqual(printedOrganizations);
    expect(rows.map(({ position }) => position)).toEqual(rows.map((_, index) => index + 1));
  });

  it('knows たち山梨 and ふらっとよりみち相談会 once each, though both serve two programmes', () => {
    const bases = rowsOf(batches, 'core.plan_organization').filter((row) => String(row.base_name).includes('たち山梨'));
    expect(bases.map(({ programme_id: id }) => id)).toEqual(['programme-1', 'programme-3']);
    expect(new Set(bases.map(({ organization_id: id }) => id)).size).toBe(1);
    const serves = rowsOf(batches, 'core.programme_project').filter((row) => row.project_id === 'furatto-yorimichi');
    expect(serves.map(({ programme_id: id }) => id)).toEqual(['programme-2', 'programme-4']);
    expect(rowsOf(batches, 'core.programme_project')).toHaveLength(22);
  });

  it('understands the spellings of the plan, full-width or half-width', () => {
    expect(organizationKeyOf('山梨市つどいの広場｢たち山梨｣')).toBe('tachi-yamanashi');
    expect(organizationKeyOf('たち山梨')).toBe('tachi-yamanashi');
    expect(organizationKeyOf('高齢者・ 介護支援課')).toBe('elderly-and-care');
    expect(projectIdOf('出張相談会（ふらっとよりみち相談会）')).toBe('furatto-yorimichi');
    expect(projectIdOf('参加機会の確保(場の提供)(ふらっとよりみち相談会)')).toBe('furatto-yorimichi');
    expect(() => organizationKeyOf('なにか別の機関')).toThrow();
    for (const { organization } of facts.indicators.filter((row) => !row.organization.includes('3拠点')))
      expect(() => organizationKeyOf(organization)).not.toThrow();
  });

  it('has the eight conferences by the kinds of the house, the five programmes in the order of its chapters, and the partners', () => {
    expect(rowsOf(batches, 'core.plan_conference').map(({ id }) => id)).toEqual([...conferenceKinds]);
    const programmes = rowsOf(batches, 'core.programme');
    expect(programmes.map(({ number, position }) => `${number}${position}`)).toEqual(['第1号1', '第2号5', '第3号2', '第4号4', '第5号3']);
    expect(rowsOf(batches, 'core.plan_implementer')).toHaveLength(6);
    expect(rowsOf(batches, 'core.partner').map(({ name }) => name)).toEqual([
      '社会福祉協議会',
      '民生委員児童委員協議会',
      '医療・介護・福祉関係者',
      '子育て支援・保育・教育機関',
      '地域ボランティア団体',
    ]);
  });

  it('has the statistics as printed', () => {
    const printed = rowsOf(batches, 'core.statistic').map(
      ({ series, fiscal_year: year, raw, value }) => `${series} ${year} ${raw} ${value}`,
    );
    expect(printed).toEqual([
      'population 2019 34,767 34767',
      'population 2025 32,377 32377',
      'aging-rate 2019 32.9% 32.9',
      'aging-rate 2025 35.5% 35.5',
      'elderly-living-alone 2019 2,649 2649',
      'elderly-living-alone 2025 3,262 3262',
      'feeling-supported 2014 75.3% 75.3',
      'feeling-supported 2020 62.8% 62.8',
      'feeling-supported 2025 49% 49',
    ]);
  });

  it('keeps what the plan says of secrecy and of who runs a conference', () => {
    const conferences = new Map(rowsOf(batches, 'core.plan_conference').map((row) => [row.id, row]));
    expect(conferences.get('SHIEN_KAIGI')?.consent).toMatch(/本人の同意がなくても.*守秘義務を設ける$/);
    expect(conferences.get('OPEN_TALKING_BAR')).toMatchObject({ convener: '委託', members: '参加団体' });
  });

  it('has figures from which the plan’s own ratios of conferences to new consultations follow', () => {
    const windows = ['i01', 'i02', 'i03', 'i06'];
    const figure = (indicator: string, column: keyof typeof facts.derived.series) =>
      facts.indicators.find(({ id }) => id.startsWith(`${indicator}-`))?.values[column].value ?? Number.NaN;
    for (const [key, { newConsultations, shienKaigiPer100, jusotekiPer100 }] of Object.entries(facts.derived.series)) {
      const column = key as keyof typeof facts.derived.series;
      const all = windows.reduce((sum, each) => sum + figure(each, column), 0);
      expect(all, key).toBe(newConsultations);
      expect((figure('i12', column) / all) * 100, key).toBeCloseTo(shienKaigiPer100, 1);
      expect((figure('i13', column) / all) * 100, key).toBeCloseTo(jusotekiPer100, 1);
    }
  });
});

/** What a printed cell is as a number; a dash is none. */
function numberIn(raw: string): number | null {
  const digits = raw.replace(/[(),%]/g, '');
  return /\d/.test(digits) ? Number(digits) : null;
}
