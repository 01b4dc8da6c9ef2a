const DAY_MS = 86_400_000;
const ZONE = 'Asia/Tokyo';
const REIWA_START = 2019;

const era = new Intl.DateTimeFormat('ja-JP-u-ca-japanese', { dateStyle: 'long', timeZone: 'UTC' });
const shortDay = new Intl.DateTimeFormat('ja-JP', { month: 'long', day: 'numeric', weekday: 'short', timeZone: 'UTC' });
const weekday = new Intl.DateTimeFormat('ja-JP', { weekday: 'short', timeZone: 'UTC' });
const hourAndMinute = new Intl.DateTimeFormat('ja-JP', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: ZONE });
const isoDay = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeZone: ZONE });

/** '2026-11-20' as 令和8年11月20日; the first year is 元年. (Options like `year: 'numeric'` would say 令和1年: only `dateStyle` knows 元年.) */
export function eraDate(day: string): string {
  return said(era, day);
}

/** '2026-11-20' as 令和8年11月20日(金): the day of a meeting. */
export function eraDay(day: string): string {
  return `${eraDate(day)}(${said(weekday, day)})`;
}

/** '2026-12-04' as 12月4日(金): for due dates of the next months. */
export function dayAndWeekday(day: string): string {
  return said(shortDay, day);
}

/** 13:30〜15:00, or nothing where no hours are set. */
export function hoursInWords({ startsAt, endsAt }: { readonly startsAt: string | null; readonly endsAt: string | null }): string {
  return startsAt && endsAt ? `${startsAt}〜${endsAt}` : '';
}

/** Wall clock of the city, 09:05. */
export function clock(moment: Date | string): string {
  return hourAndMinute.format(new Date(moment));
}

/** The day and the wall clock of the city at a moment: 令和8年11月20日 10:05. */
export function eraMoment(moment: string): string {
  return `${eraDate(cityDay(new Date(moment)))} ${clock(moment)}`;
}

/** The calendar day in the city at `now`, as ISO date. */
export function cityDay(now: Date = new Date()): string {
  return isoDay.format(now);
}

/** The ISO date `days` after `day`; a day that is no day yet stays as it was typed. */
export function daysAfter(day: string, days: number): string {
  const noon = new Date(atNoon(day).getTime() + days * DAY_MS);
  return Number.isNaN(noon.getTime()) ? day : noon.toISOString().slice(0, 10);
}

/** Column head of a fiscal year (年度, given as the calendar year of its April): 2026 is R8, as the plan prints it. */
export function fiscalYearHead(year: number): string {
  return `R${year - REIWA_START + 1}`;
}

/** A day that is no day yet, as somebody types one (a year of five digits), is said as it stands: it must not bring down the page that holds it. */
function said(format: Intl.DateTimeFormat, day: string): string {
  const noon = atNoon(day);
  return Number.isNaN(noon.getTime()) ? day : format.format(noon);
}

/** Noon UTC, so that no time zone moves a calendar day. */
function atNoon(day: string): Date {
  return new Date(`${day}T12:00:00Z`);
}
