const DAY_MS = 86_400_000;
const REIWA_START = 2019;

/** The first day of each era, newest first. Written out: the browser's own calendars take a wall on a slow machine a third of a second to open. */
const ERAS = [
  ['令和', '2019-05-01'],
  ['平成', '1989-01-08'],
  ['昭和', '1926-12-25'],
  ['大正', '1912-07-30'],
  ['明治', '1868-10-23'],
] as const;
const WEEKDAYS = '日月火水木金土';
/** Japan's clocks are nine hours ahead of UTC, summer and winter. */
const AHEAD_MS = 9 * 3_600_000;

/** '2026-11-20' as 令和8年11月20日; the first year is 元年. */
export function eraDate(day: string): string {
  return said(day, (noon) => `${eraYear(day, noon)}年${monthAndDay(noon)}`);
}

/** '2026-11-20' as 令和8年11月20日(金): the day of a meeting. */
export function eraDay(day: string): string {
  return said(day, (noon) => `${eraDate(day)}${weekday(noon)}`);
}

/** '2026-12-04' as 12月4日(金): for due dates of the next months. */
export function dayAndWeekday(day: string): string {
  return said(day, (noon) => `${monthAndDay(noon)}${weekday(noon)}`);
}

/** 13:30〜15:00, or nothing where no hours are set. */
export function hoursInWords({ startsAt, endsAt }: { readonly startsAt: string | null; readonly endsAt: string | null }): string {
  return startsAt && endsAt ? `${startsAt}〜${endsAt}` : '';
}

/** Wall clock of the city, 09:05. */
export function clock(moment: Date | string): string {
  return cityTime(new Date(moment)).slice(11, 16);
}

/** The day and the wall clock of the city at a moment: 令和8年11月20日 10:05. */
export function eraMoment(moment: string): string {
  return `${eraDate(cityDay(new Date(moment)))} ${clock(moment)}`;
}

/** The calendar day in the city at `now`, as ISO date. */
export function cityDay(now: Date = new Date()): string {
  return cityTime(now).slice(0, 10);
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
function said(day: string, sentence: (noon: Date) => string): string {
  const noon = atNoon(day);
  return Number.isNaN(noon.getTime()) ? day : sentence(noon);
}

/** 令和8, 令和元; before the eras of days that are counted as ours, the year as the world counts it. */
function eraYear(day: string, noon: Date): string {
  const year = noon.getUTCFullYear();
  const era = ERAS.find(([, first]) => day >= first);
  if (!era) return `${year}`;
  const [name, first] = era;
  const count = year - Number(first.slice(0, 4)) + 1;
  return `${name}${count === 1 ? '元' : count}`;
}

const monthAndDay = (noon: Date): string => `${noon.getUTCMonth() + 1}月${noon.getUTCDate()}日`;
const weekday = (noon: Date): string => `(${WEEKDAYS[noon.getUTCDay()]})`;

/** 2026-11-20T10:05:00.000Z, where the letters say what the city's clocks say. */
const cityTime = (moment: Date): string => new Date(moment.getTime() + AHEAD_MS).toISOString();

/** Noon UTC, so that no time zone moves a calendar day. */
function atNoon(day: string): Date {
  return new Date(`${day}T12:00:00Z`);
}
