import { today } from './clock';

const EARLIEST = '1900-01-01';

/** What is wrong with the day (ISO) of something that has happened, as a sentence that says what to do. */
export function pastDayFault(day: string, now: Date = new Date()): string | undefined {
  if (day > today(now)) return '今日までの日付にしてください。';
  return day < EARLIEST ? '年を確かめてください。' : undefined;
}
