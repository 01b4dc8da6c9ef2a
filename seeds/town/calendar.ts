import { eraLabel, fiscalYearOf, span } from '#server/kernel/fiscal-year';
import type { Dice } from './dice';

/** A calendar day, ISO: '2026-11-23'. Days compare as text. */
export type Day = string;
/** The columns of the plan that the city has lived through, the last one in part. */
export const livedColumns = ['R6', 'R7', 'R8'] as const;
export type LivedColumn = (typeof livedColumns)[number];

/** The plan's R8 is the calendar year 2026. */
const PLAN_R8 = 2026;
/** How much of a year's work arrives in each month, April first: peaks in April, August and around the new year (invented). */
const ARRIVALS = [1.5, 1, 1, 1, 1.3, 0.9, 1, 0.9, 1.2, 1.3, 0.8, 1];
const DAY = 86_400_000;

export function addDays(day: Day, days: number): Day {
  return new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10);
}

/** The later of two days. */
export function later(a: Day, b: Day): Day {
  return a > b ? a : b;
}

/** The same day `years` later; 29 February becomes 1 March. */
export function addYears(day: Day, years: number): Day {
  const date = new Date(day);
  date.setUTCFullYear(date.getUTCFullYear() + years);
  return date.toISOString().slice(0, 10);
}

/** Days from `start` to `end`. */
export function daysBetween(start: Day, end: Day): number {
  return Math.round((Date.parse(end) - Date.parse(start)) / DAY);
}

/** Whether the windows are open: no Saturday, no Sunday, not 29 December to 3 January. Other holidays are left out. */
export function isWorkday(day: Day): boolean {
  const weekday = new Date(day).getUTCDay();
  const monthDay = day.slice(5);
  return weekday !== 0 && weekday !== 6 && monthDay < '12-29' && monthDay > '01-03';
}

/** `day` itself or the working day before it. */
export function workdayUntil(day: Day): Day {
  let found = day;
  while (!isWorkday(found)) found = addDays(found, -1);
  return found;
}

/**
 * The city's time. Today is the anchor, and the fiscal year that holds the anchor lives what the plan calls R8; R6 and R7 are the two
 * years before. So `shift` is 0 while the anchor is in 2026年度, 1 in the year after, and so on: rows of "R6" are dated in the fiscal
 * year 2024 + shift. The plan's own cells never shift.
 */
export class TownCalendar {
  readonly shift: number;

  /** Throws when `anchor` is no calendar day. */
  constructor(readonly anchor: Day) {
    if (!/^\d{4}-\d{2}-\d{2}$/.test(anchor) || addDays(anchor, 0) !== anchor) throw new Error(`${anchor} is no calendar day`);
    this.shift = fiscalYearOf(anchor) - PLAN_R8;
  }

  /** The fiscal year in which this city lives a column of the plan. */
  year(column: LivedColumn): number {
    return PLAN_R8 + this.shift + livedColumns.indexOf(column) - (livedColumns.length - 1);
  }

  /** The first day of everything that is remembered. */
  get start(): Day {
    return span(this.year('R6')).from;
  }

  /** A working day of a lived year, on or before the given day of the month. */
  on(column: LivedColumn, month: number, date: number): Day {
    const year = this.year(column) + (month < 4 ? 1 : 0);
    return workdayUntil(`${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`);
  }

  /** The working day at least `days` before today. */
  ago(days: number): Day {
    return workdayUntil(addDays(this.anchor, -days));
  }

  /** The day `days` after today. */
  ahead(days: number): Day {
    return addDays(this.anchor, days);
  }

  hasCome(day: Day): boolean {
    return day <= this.anchor;
  }

  /** Every working day of a fiscal year. */
  workdays(year: number): Day[] {
    const { from, until } = span(year);
    return Array.from({ length: daysBetween(from, until) }, (_, index) => addDays(from, index)).filter(isWorkday);
  }

  /** `count` working days of a fiscal year in their order, more of them where more arrives. Whole years: the future is cut off by whoever asks. */
  arrivals(dice: Dice, year: number, count: number): Day[] {
    const weighted = this.workdays(year).map((day) => [day, ARRIVALS[(Number(day.slice(5, 7)) + 8) % 12] ?? 1] as const);
    return Array.from({ length: count }, () => dice.weighted(weighted)).sort();
  }
}

/** 令和8年度 for 2026. */
export function yearName(year: number): string {
  return `令和${eraLabel(year).slice(1)}年度`;
}
