/** A piece of a text, and how it is read where that is written down. */
export interface Piece {
  readonly base: string;
  readonly reading?: string;
}

/** Words with their readings, ready to be found in a text. */
export interface Glossary {
  readonly words: RegExp;
  readonly pieces: ReadonlyMap<string, readonly Piece[]>;
}

/** Kanji, signs that repeat one, and figures: what a reading in brackets may stand behind, from ｜ on where not all of it is meant. */
const MARKED = /｜?([\p{sc=Han}々ヶ\d]+)\[([^\]]+)\]/gu;

/** A glossary of words in the form 役割[やくわり], 話[はな]し合[あ]い. */
export function glossaryOf(marked: readonly string[]): Glossary {
  const pieces = new Map(marked.map((word) => [unmarked(word), piecesOf(word)]));
  // Longest first: a longer word goes before its parts.
  const words = [...pieces.keys()].sort((one, other) => other.length - one.length).map(literally);
  return { words: new RegExp(words.join('|') || '(?!)', 'gu'), pieces };
}

/** A text in pieces, with a reading over each word that the glossary knows. Joined, the pieces are the text. */
export function withReadings(text: string, { words, pieces }: Glossary): readonly Piece[] {
  const found: Piece[] = [];
  let from = 0;
  for (const match of text.matchAll(words)) {
    if (match.index > from) found.push({ base: text.slice(from, match.index) });
    found.push(...(pieces.get(match[0]) ?? [{ base: match[0] }]));
    from = match.index + match[0].length;
  }
  if (from < text.length) found.push({ base: text.slice(from) });
  return found;
}

/** The word without its readings. */
export function unmarked(word: string): string {
  return word.replace(MARKED, '$1');
}

function piecesOf(word: string): readonly Piece[] {
  const found: Piece[] = [];
  let from = 0;
  for (const match of word.matchAll(MARKED)) {
    if (match.index > from) found.push({ base: word.slice(from, match.index) });
    found.push({ base: match[1] ?? '', reading: match[2] ?? '' });
    from = match.index + match[0].length;
  }
  if (from < word.length) found.push({ base: word.slice(from) });
  return found;
}

const literally = (word: string): string => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
