import { rareCharacters } from './findings';

/** No font has this one: it is drawn as the sign for what is missing. */
const NOWHERE = '\u{10fffd}';
const SIZE = 48;

/** Those of the characters that this machine draws as missing. */
export function missingGlyphs(characters: readonly string[] = rareCharacters): readonly string[] {
  const missing = drawn(NOWHERE);
  return characters.filter((character) => drawn(character) === missing);
}

function drawn(character: string): string {
  const canvas = document.createElement('canvas');
  canvas.width = SIZE;
  canvas.height = SIZE;
  const pen = canvas.getContext('2d');
  if (!pen) return character;
  pen.font = `${SIZE * 0.75}px 'BIZ UDPGothic Common', 'BIZ UDPGothic', 'Rare Kanji', sans-serif`;
  pen.textBaseline = 'middle';
  pen.fillText(character, 2, SIZE / 2);
  return canvas.toDataURL();
}
