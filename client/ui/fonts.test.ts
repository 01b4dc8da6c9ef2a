import { readdirSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { charactersOf } from './woff2-characters';

const files = path.dirname(
  createRequire(import.meta.url).resolve('@fontsource/biz-udpgothic/files/biz-udpgothic-japanese-400-normal.woff2'),
);
const own = new URL('./biz-udpgothic/', import.meta.url);
const css = (name: string): string => readFileSync(new URL(name, import.meta.url), 'utf8');
const charactersIn = (name: string) => charactersOf(own.pathname, name);
/** What a weight draws that pages start with, and what it draws once the whole face is here. */
const startOf = (weight: number) => charactersIn(`common-${weight}.woff2`);
const wholeOf = (weight: number): Set<number> =>
  new Set([...startOf(weight), ...charactersOf(files, `biz-udpgothic-japanese-${weight}-normal.woff2`)]);
const missing = (text: string, drawn: ReadonlySet<number>): string[] =>
  [...new Set(text)].filter((char) => char.charCodeAt(0) > 0x20 && !drawn.has(char.codePointAt(0) ?? 0));

describe("the page's own face", () => {
  it('has what pages start with in one small file a weight, the same characters in both', () => {
    const start = 'あんアン。、ー「」〜令和年月日会議役割決定福祉介護障害子困窮山梨市髙﨑①㈱★♥！●▲▶■○？→＋▼◆Aa09';
    for (const weight of [400, 700]) {
      expect(missing(start, startOf(weight)), String(weight)).toEqual([]);
      expect(statSync(new URL(`common-${weight}.woff2`, own)).size).toBeLessThan(400_000);
      expect(css('./fonts.css')).toContain(`url('./biz-udpgothic/common-${weight}.woff2')`);
    }
    expect(startOf(400)).toEqual(startOf(700));
    expect(readFileSync(new URL('OFL.txt', own), 'utf8')).toContain('SIL OPEN FONT LICENSE Version 1.1');
  });

  it('draws every sign of the product in both weights', () => {
    const words = readdirSync(new URL('../words/', import.meta.url)).map((name) => css(`../words/${name}`));
    for (const weight of [400, 700]) expect(missing(words.join(''), wholeOf(weight)), String(weight)).toEqual([]);
  });

  it('draws the rare kanji of surnames from a file that has nothing of the others', () => {
    const [rare, whole] = [charactersIn('rare-400.woff2'), wholeOf(400)];
    expect(missing('彅栁靑黑侊倞', new Set([...whole, ...rare]))).toEqual([]);
    expect(rare.size).toBeGreaterThan(3_000);
    expect([...rare].filter((char) => whole.has(char))).toEqual([]);
    expect(css('./fonts-beyond.css')).toContain("url('./biz-udpgothic/rare-400.woff2')");
  });
});

it('draws 𠮷, which that face lacks, from a slice of another that is kept here with its licence', () => {
  const slices = new URL('./noto-sans-jp/', import.meta.url);
  expect(css('./fonts.css')).toContain('unicode-range: U+20BB7;');
  expect(css('./fonts.css')).toContain("url('./noto-sans-jp/rare-400.woff2')");
  expect(charactersOf(slices.pathname, 'rare-400.woff2').has(0x20bb7)).toBe(true);
  expect(readFileSync(new URL('OFL.txt', slices), 'utf8')).toContain('SIL OPEN FONT LICENSE Version 1.1');
  for (const style of ['./theme.css', '../display/board.css', '../check/check.css'])
    expect(readFileSync(new URL(style, import.meta.url), 'utf8'), style).toMatch(
      /'BIZ UDPGothic Common',\s+'BIZ UDPGothic',\s+'Rare Kanji'/,
    );
});
