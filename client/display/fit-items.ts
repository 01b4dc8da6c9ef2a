/** As many whole sentences as fit, and how many are left over: the wall shows less, never smaller, and never half a sentence. */
export interface Fitted {
  readonly shown: readonly string[];
  readonly rest: number;
}

/** `room` counts full-width characters; the first item always stands, so that a row is never empty for being long. */
export function fitItems(items: readonly string[], room: number): Fitted {
  const shown: string[] = [];
  let used = 0;
  for (const item of items) {
    used += widthOf(item) + (shown.length > 0 ? 1 : 0);
    if (shown.length > 0 && used > room) break;
    shown.push(item);
  }
  return { shown, rest: items.length - shown.length };
}

/** Width in full-width characters: Latin letters and half-width kana count half. */
function widthOf(text: string): number {
  return [...text].reduce((sum, char) => sum + (/[\u0020-\u00ff\uff61-\uff9f]/.test(char) ? 0.5 : 1), 0);
}
