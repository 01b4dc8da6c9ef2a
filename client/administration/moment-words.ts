import { cityDay, clock, eraDate } from '../words/era-date';

/** 令和8年11月23日 13:05, or nothing. */
export function momentWords(moment: string | null): string {
  return moment ? `${eraDate(cityDay(new Date(moment)))} ${clock(moment)}` : '';
}
