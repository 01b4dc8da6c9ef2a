/** What of some sentences stands on the wall: each line by itself, and how many sentences are left over. */
export interface Fitted {
  readonly lines: readonly string[];
  readonly rest: number;
}

/** Full-width characters in a line of 44u beside its label. */
const LINE = 16.5;
/** Two such lines, less what line breaking at phrases costs. */
const TWO_LINES = 31;

/**
 * As many whole sentences as two lines hold: the wall shows less, never smaller, and never half a sentence. Two short ones stand under each
 * other, others run on; the first always stands, so that a row is never empty for being long.
 */
export function fitItems(items: readonly string[]): Fitted {
  const [first = '', second = ''] = items;
  if (widthOf(first) <= LINE && widthOf(second) <= LINE) return { lines: items.slice(0, 2), rest: Math.max(0, items.length - 2) };
  const shown = running(items, TWO_LINES);
  return { lines: [items.slice(0, shown).join('、')], rest: items.length - shown };
}

/** How many sentences fit into `room` one after another; the first in any case. */
function running(items: readonly string[], room: number): number {
  let used = 0;
  for (const [index, item] of items.entries()) {
    used += widthOf(item) + (index > 0 ? 1 : 0);
    if (index > 0 && used > room) return index;
  }
  return items.length;
}

/** As many whole sentences of a text as fit into `room` full-width characters; the first in any case. */
export function fitSentences(text: string, room: number): string {
  const sentences = text.split(/(?<=。)/u);
  let shown = sentences[0] ?? '';
  for (const sentence of sentences.slice(1)) {
    if (widthOf(shown) + widthOf(sentence) > room) break;
    shown += sentence;
  }
  return shown;
}

/** Width in full-width characters: Latin letters and half-width kana count half. */
export function widthOf(text: string): number {
  return [...text].reduce((sum, char) => sum + (/[\u0020-\u00ff\uff61-\uff9f]/.test(char) ? 0.5 : 1), 0);
}
