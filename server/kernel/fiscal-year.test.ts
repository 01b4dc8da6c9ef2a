import { describe, expect, it } from 'vitest';
import { eraLabel, fiscalYearOf, span } from './fiscal-year';

describe('a fiscal year', () => {
  it.each([
    ['2024-04-01', 2024],
    ['2025-03-31', 2024],
    ['2025-12-31', 2025],
    ['2026-01-01', 2025],
    ['2028-02-29', 2027],
  ])('of %s is %i', (day, year) => {
    expect(fiscalYearOf(day)).toBe(year);
  });

  it('begins on its first of April and ends before the next', () => {
    expect(span(2026)).toEqual({ from: '2026-04-01', until: '2027-04-01' });
    for (const year of [2024, 2025, 2026]) {
      const { from, until } = span(year);
      expect(fiscalYearOf(from)).toBe(year);
      expect(fiscalYearOf(until)).toBe(year + 1);
    }
  });

  it("has the plan's label", () => {
    expect([2024, 2025, 2026, 2030].map(eraLabel)).toEqual(['R6', 'R7', 'R8', 'R12']);
    expect(eraLabel(2019)).toBe('R1');
  });
});
