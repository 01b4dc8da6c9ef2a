/** Runs of one script longer than this are broken between their words, too. */
const LONG = 6;
const scripts = [/\p{sc=Han}|[々ヶ]/u, /\p{sc=Hiragana}/u, /\p{sc=Katakana}|ー/u, /[\p{L}\p{N}]/u] as const;
const scriptOf = (character: string): number => scripts.findIndex((script) => script.test(character));
const [HAN, HIRAGANA, KATAKANA] = [0, 1, 2];

/** Whether a line may end between two characters of a name by what they are: 放課後等｜デイサービス｜（架空）, つどいの｜広場, and never within 障がい者 or お茶. */
function endsAt(before: string, after: string, next: string): boolean {
  if (/[（(「『]/u.test(after)) return true;
  if (/[）)」』・、]/u.test(before)) return scriptOf(after) >= 0;
  const [from, to] = [scriptOf(before), scriptOf(after)];
  if (from === HIRAGANA) return to === HAN && scriptOf(next) === HAN;
  return (from === HAN && to === KATAKANA) || (from === KATAKANA && to === HAN);
}

/**
 * Where a name may go on in the next line, as places in its text: after a space the browser knows by itself. 民生委員｜児童委員｜協議会 is broken between words,
 * and a single character (会, 者, 等) stays with the word before it.
 */
export function nameBreaks(name: string): ReadonlySet<number> {
  const breaks = new Set<number>();
  let run = 0;
  const closeRun = (end: number): void => {
    for (const at of wordsWithin(name.slice(run, end))) breaks.add(run + at);
    run = end;
  };
  for (let at = 1; at < name.length; at += 1) {
    const [before = '', after = '', next = ''] = name.slice(at - 1, at + 2);
    if (endsAt(before, after, next)) breaks.add(at);
    if (scriptOf(before) !== scriptOf(after)) closeRun(at);
  }
  closeRun(name.length);
  return breaks;
}

function wordsWithin(run: string): readonly number[] {
  if (run.length <= LONG || scriptOf(run) > KATAKANA || !('Segmenter' in Intl)) return [];
  const words = [...new Intl.Segmenter('ja', { granularity: 'word' }).segment(run)];
  return words.flatMap(({ index, segment }) => (index > 0 && segment.length > 1 ? [index] : []));
}
