import { accessWords as words } from '../words/access-words';
import { cityDay, eraDate } from '../words/era-date';
import type { Verdict } from './access-document';

/** ○ 見える, ▲ 控え or × 見えない: by shape and word, never by colour alone. */
export function AccessMark({ state }: Pick<Verdict, 'state'>) {
  return (
    <span className="access-mark" data-state={state}>
      <span aria-hidden="true">{words.sign[state]} </span>
      {words.state[state]}
    </span>
  );
}

/** The day until which a consent keeps it open, or nothing. */
export function untilWords(until: string | null): string {
  return until ? words.until(eraDate(cityDay(new Date(until)))) : '';
}
