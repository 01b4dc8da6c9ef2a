/** A fiscal year (年度, April to March) is the calendar year of its April: 令和6年度 = 2024. */
export type FiscalYear = number;

const REIWA_START = 2019;

/** 'R8' for 2026. Only 令和 occurs in the plan's columns. */
export function eraLabel(year: FiscalYear): string {
  return `R${year - REIWA_START + 1}`;
}

/** First day of the year and the day after its last, as ISO dates. */
export function span(year: FiscalYear): { from: string; until: string } {
  return { from: `${year}-04-01`, until: `${year + 1}-04-01` };
}

/** The fiscal year a calendar day (ISO date) belongs to. */
export function fiscalYearOf(day: string): FiscalYear {
  const [year = 0, month = 0] = day.split('-').map(Number);
  return month >= 4 ? year : year - 1;
}
