import { eraMoment } from '../words/era-date';

/** 令和8年11月23日 13:05, or nothing. */
export function momentWords(moment: string | null): string {
  return moment ? eraMoment(moment) : '';
}
