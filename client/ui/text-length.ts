/** Characters of a line as the hub counts them: spaces run together, none at the ends, 𠮷 and 😀 are one each. */
export function textLength(text: string): number {
  return [...text.replace(/\s+/gu, ' ').trim()].length;
}

/** Whether the hub would take a line of this length: something, and not too much. */
export function isFitting(text: string, most: number): boolean {
  const length = textLength(text);
  return length > 0 && length <= most;
}
