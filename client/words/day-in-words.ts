import { cityDay, daysAfter } from './era-date';

const eras: Readonly<Record<string, number>> = { 令和: 2018, R: 2018, r: 2018, 平成: 1988, H: 1988, h: 1988 };
const weekdays = '月火水木金土日';

/**
 * The day that people mean by 12/10, 12月10日, 令和8年12月10日, R8.12.10, 来週金曜, 再来週の月曜日, 明日, 10日後, 月末, 来月末, 年度末 (with まで or without), as an ISO
 * date; undefined where it is none. A day without a year is the next one that comes; weeks begin on Monday.
 */
export function dayInWords(text: string, today: string = cityDay()): string | undefined {
  const plain = text
    .normalize('NFKC')
    .trim()
    .replace(/(まで|までに|頃|ごろ)$/u, '')
    .replace(/(?<=\d日|\d)\([月火水木金土日]\)$/u, '');
  return calendarDay(plain, today) ?? weekday(plain, today) ?? reckoned(plain, today);
}

function calendarDay(text: string, today: string): string | undefined {
  const era = /^(令和|平成|[RrHh])(元|\d{1,2})(?:年|[./-])(\d{1,2})(?:月|[./-])(\d{1,2})日?$/u.exec(text);
  if (era) return isoDay((eras[era[1] ?? ''] ?? 0) + (era[2] === '元' ? 1 : Number(era[2])), Number(era[3]), Number(era[4]));
  const full = /^(\d{4})(?:年|[./-])(\d{1,2})(?:月|[./-])(\d{1,2})日?$/u.exec(text);
  if (full) return isoDay(Number(full[1]), Number(full[2]), Number(full[3]));
  const short = /^(\d{1,2})(?:\/|月)(\d{1,2})日?$/u.exec(text);
  if (!short) return undefined;
  const [year, month, day] = [yearOf(today), Number(short[1]), Number(short[2])];
  const here = isoDay(year, month, day);
  return here && here < today ? isoDay(year + 1, month, day) : here;
}

function weekday(text: string, today: string): string | undefined {
  const named = /^(今週|来週|再来週|次)?の?([月火水木金土日])(?:曜日?)$/u.exec(text);
  if (!named) return undefined;
  const [wanted, now] = [weekdays.indexOf(named[2] ?? ''), (new Date(`${today}T12:00:00Z`).getUTCDay() + 6) % 7];
  const weeks = { 今週: 0, 来週: 1, 再来週: 2 }[named[1] ?? ''];
  // Without a week it is the next one that comes, never today.
  return weeks === undefined ? daysAfter(today, ((wanted - now + 6) % 7) + 1) : daysAfter(today, wanted - now + 7 * weeks);
}

function reckoned(text: string, today: string): string | undefined {
  const near = { 今日: 0, 本日: 0, 明日: 1, あす: 1, あした: 1, 明後日: 2, あさって: 2, 来週: 7, 再来週: 14 }[text];
  if (near !== undefined) return daysAfter(today, near);
  const after = /^(\d{1,3})(日|週間)後$/u.exec(text);
  if (after) return daysAfter(today, Number(after[1]) * (after[2] === '日' ? 1 : 7));
  const [year, month] = [yearOf(today), monthOf(today)];
  if (text === '月末' || text === '今月末') return lastOf(year, month);
  if (text === '来月末') return lastOf(year, month + 1);
  if (text === '年末') return isoDay(year, 12, 31);
  if (text === '年度末') return isoDay(month > 3 ? year + 1 : year, 3, 31);
  const nextMonth = /^来月の?(\d{1,2})日$/u.exec(text);
  return nextMonth ? isoDay(month === 12 ? year + 1 : year, (month % 12) + 1, Number(nextMonth[1])) : undefined;
}

const yearOf = (day: string): number => Number(day.slice(0, 4));
const monthOf = (day: string): number => Number(day.slice(5, 7));
const lastOf = (year: number, month: number): string => new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);

/** The ISO date, if the calendar has it: no 31st of November. */
function isoDay(year: number, month: number, day: number): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date.toISOString().slice(0, 10) : undefined;
}
