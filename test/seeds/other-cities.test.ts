import { describe, expect, it } from 'vitest';
import { planned } from '#seeds/plan/facts';
import { organizationId } from '#seeds/plan/organizations';
import type { Batch } from '#seeds/tables';
import { town } from '#seeds/town/town';
import { fiscalYearOf } from '#server/kernel/fiscal-year';
import { rowsOf } from './rows-of';

const windows = [
  ['houkatsu', 'i01-houkatsu-new'],
  ['kikan', 'i02-kikan-new'],
  ['sodan-jigyosho', 'i03-shogai-soudan-new'],
  ['seikatsu-sodan', 'i06-seikatsu-new'],
] as const;

/** Cities on days when something might go wrong: first and last of a year, a leap day, a year before and years after the plan's R8. */
describe.each([
  { anchor: '2026-04-01', seed: 1, shift: 0 },
  { anchor: '2027-03-31', seed: 2, shift: 0 },
  { anchor: '2028-02-29', seed: 3, shift: 1 },
  { anchor: '2025-08-10', seed: 4, shift: -1 },
])('a city on $anchor', ({ anchor, seed, shift }) => {
  const batches: Batch[] = [...town({ anchor, seed, scale: 1 })];

  it('lives R6 and R7 in the two years before its own', () => {
    for (const [window, indicator] of windows) {
      const came = rowsOf(batches, 'core.consultation').filter((row) => row.is_new && row.organization_id === organizationId(window));
      const inYear = (year: number) => came.filter((row) => fiscalYearOf(String(row.received_on)) === year).length;
      expect([inYear(2024 + shift), inYear(2025 + shift)]).toEqual([planned(indicator, 'R6'), planned(indicator, 'R7')]);
    }
    expect(
      rowsOf(batches, 'core.indicator_cell')
        .map(({ fiscal_year: year }) => year)
        .slice(0, 3),
    ).toEqual([2024, 2025, 2026]);
  });

  it('has a case before every session of individuals, and more of them called', () => {
    const brought = new Set(rowsOf(batches, 'core.session_case').map((row) => row.session_id));
    const ofCases = rowsOf(batches, 'core.session').filter(({ kind }) => kind === 'JUSOTEKI_CASE' || kind === 'SHIEN_KAIGI');
    for (const { id, title } of ofCases) expect(brought.has(id ?? null), String(title)).toBe(true);
    for (const kind of ['JUSOTEKI_CASE', 'SHIEN_KAIGI'])
      expect(ofCases.some((row) => row.kind === kind && row.status === 'PREPARING')).toBe(true);
  });

  it('gives every row an id of its own', () => {
    for (const { table, rows } of batches) {
      const ids = rows.map((row) => row.id).filter((id) => id !== undefined);
      expect(new Set(ids).size, table).toBe(ids.length);
    }
  });
});
