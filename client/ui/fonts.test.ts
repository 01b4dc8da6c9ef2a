import { readdirSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { charactersOf } from './woff2-characters';

const files = path.dirname(
  createRequire(import.meta.url).resolve('@fontsource/biz-udpgothic/files/biz-udpgothic-japanese-400-normal.woff2'),
);
const rulesOf = (name: string): string[] =>
  readFileSync(new URL(name, import.meta.url), 'utf8')
    .split('@font-face')
    .slice(1);
const faces = rulesOf('./fonts-beyond.css').map(faceOf);
const common = new URL('./biz-udpgothic/', import.meta.url);
const rare = rulesOf('./fonts.css').find((face) => face.includes("'Rare Kanji'")) ?? '';

describe("the page's own face", () => {
  it('names files that exist, each range with exactly the characters that the file has and the files before it lack', () => {
    for (const weight of [400, 700]) {
      const drawn = charactersOf(files, `biz-udpgothic-japanese-${weight}-normal.woff2`);
      for (const { file, range } of faces.filter((face) => face.weight === weight && face.range.size > 0)) {
        const here = charactersOf(files, file);
        expect(
          [...range].filter((char) => !here.has(char) || drawn.has(char)),
          file,
        ).toEqual([]);
        for (const char of range) drawn.add(char);
      }
    }
  });

  it('draws every sign of the product in both weights, and the rare kanji of surnames', () => {
    const words = readdirSync(new URL('../words/', import.meta.url)).map((name) =>
      readFileSync(new URL(`../words/${name}`, import.meta.url), 'utf8'),
    );
    const signs = [...new Set(`髙﨑①㈱★♥！●▲▶■○？→＋▼${words.join('')}`)].filter((char) => char.charCodeAt(0) > 0x20);
    for (const weight of [400, 700]) {
      const drawn = charactersOf(files, `biz-udpgothic-japanese-${weight}-normal.woff2`);
      for (const face of faces) if (face.weight === weight) for (const char of face.range) drawn.add(char);
      expect(
        signs.filter((char) => !drawn.has(char.codePointAt(0) ?? 0)),
        String(weight),
      ).toEqual([]);
    }
    const regular = new Set(faces.filter((face) => face.weight === 400).flatMap((face) => [...face.range]));
    expect([...'彅栁靑黑'].filter((char) => !regular.has(char.codePointAt(0) ?? 0))).toEqual([]);
  });

  it('has what pages start with in one small file a weight, the same characters in both', () => {
    const [regular, bold] = [400, 700].map((weight) => charactersOf(common.pathname, `common-${weight}.woff2`));
    expect(regular).toEqual(bold);
    const start = 'あんアン。、ー「」〜令和年月日会議役割決定福祉介護障害子困窮山梨市髙﨑①㈱★♥！●▲▶■○？→＋▼◆Aa09';
    expect([...start].filter((char) => !regular?.has(char.codePointAt(0) ?? 0))).toEqual([]);
    for (const weight of [400, 700]) expect(statSync(new URL(`common-${weight}.woff2`, common)).size).toBeLessThan(400_000);
    expect(readFileSync(new URL('OFL.txt', common), 'utf8')).toContain('SIL OPEN FONT LICENSE Version 1.1');
  });
});

it('draws 𠮷, which that face lacks, from a slice of another that is kept here with its licence', () => {
  const slices = new URL('./noto-sans-jp/', import.meta.url);
  expect(faceOf(rare).range).toEqual(new Set(['𠮷'.codePointAt(0)]));
  expect(rare).toContain("url('./noto-sans-jp/rare-400.woff2')");
  expect(charactersOf(slices.pathname, 'rare-400.woff2').has(0x20bb7)).toBe(true);
  expect(readFileSync(new URL('OFL.txt', slices), 'utf8')).toContain('SIL OPEN FONT LICENSE Version 1.1');
  for (const style of ['./theme.css', '../display/board.css', '../check/check.css'])
    expect(readFileSync(new URL(style, import.meta.url), 'utf8'), style).toMatch(
      /'BIZ UDPGothic Common',\s+'BIZ UDPGothic',\s+'Rare Kanji'/,
    );
});

interface Face {
  readonly weight: number;
  readonly file: string;
  readonly range: ReadonlySet<number>;
}

function faceOf(text: string): Face {
  const ranges = [...text.matchAll(/U\+([0-9A-F]+)(?:-([0-9A-F]+))?/g)];
  const range = ranges.flatMap(([, from = '', to = from]) => spanOf(Number.parseInt(from, 16), Number.parseInt(to, 16)));
  const file = /files\/([^']+)'/.exec(text)?.[1] ?? '';
  return { weight: Number(/font-weight: (\d+)/.exec(text)?.[1]), file, range: new Set(range) };
}

function spanOf(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, step) => from + step);
}
