import { readFileSync } from 'node:fs';
import path from 'node:path';
import { brotliDecompressSync } from 'node:zlib';

/** Known table numbers of WOFF2: `cmap` is 0; `glyf` and `loca` say the other way round whether they are transformed. */
const CMAP = 0;
const NAMED = 63;
const GLYPHS = new Set([10, 11]);

/** The characters (code points) that a WOFF2 file can draw. Its `cmap` table is stored plainly, so nothing but Brotli is needed to read it. */
export function charactersOf(directory: string, name: string): Set<number> {
  const font = readFileSync(path.join(directory, name));
  let at = 48;
  const number = (): number => {
    for (let value = 0; ; ) {
      const byte = font.readUInt8(at++);
      value = value * 128 + (byte & 127);
      if (byte < 128) return value;
    }
  };
  let offset = 0;
  let cmap = 0;
  for (let tables = font.readUInt16BE(12); tables > 0; tables -= 1) {
    const flags = font.readUInt8(at++);
    const table = flags & 63;
    if (table === NAMED) at += 4;
    if (table === CMAP) cmap = offset;
    const length = number();
    const transformed = GLYPHS.has(table) ? flags >> 6 === 0 : flags >> 6 !== 0;
    offset += transformed ? number() : length;
  }
  return charactersIn(brotliDecompressSync(font.subarray(at, at + font.readUInt32BE(20))).subarray(cmap));
}

function charactersIn(cmap: Buffer): Set<number> {
  const characters = new Set<number>();
  for (let entry = 0; entry < cmap.readUInt16BE(2); entry += 1) {
    const table = cmap.subarray(cmap.readUInt32BE(8 + 8 * entry));
    const format = table.readUInt16BE(0);
    for (const char of format === 12 ? groups(table) : format === 4 ? segments(table) : []) characters.add(char);
  }
  return characters;
}

/** Format 12: whole groups of characters. */
function* groups(table: Buffer): Generator<number> {
  for (let group = 0; group < table.readUInt32BE(12); group += 1) {
    const at = 16 + 12 * group;
    for (let char = table.readUInt32BE(at); char <= table.readUInt32BE(at + 4); char += 1) yield char;
  }
}

/** Format 4: segments, in which a character may still have no glyph. */
function* segments(table: Buffer): Generator<number> {
  const width = table.readUInt16BE(6);
  for (let at = 14; at < 14 + width; at += 2) {
    const offsetAt = at + 2 + 3 * width;
    const offset = table.readUInt16BE(offsetAt);
    const from = table.readUInt16BE(at + 2 + width);
    for (let char = from; char <= table.readUInt16BE(at) && char < 0xffff; char += 1) {
      const glyph =
        offset === 0 ? char + table.readUInt16BE(at + 2 + 2 * width) : table.readUInt16BE(offsetAt + offset + 2 * (char - from));
      if ((glyph & 0xffff) !== 0) yield char;
    }
  }
}
