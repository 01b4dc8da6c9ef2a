/** Width of a text in full-width characters: Latin letters and half-width kana count half. */
export function widthOf(text: string): number {
  return [...text].reduce((sum, char) => sum + (/[\u0020-\u00ff\uff61-\uff9f]/.test(char) ? 0.5 : 1), 0);
}
