import { describe, expect, it } from 'vitest';
import { planOrganizations } from '#seeds/plan/organizations';
import { readings } from '#seeds/plan/readings';
import { inventedOrganizations } from '#seeds/town/organizations';
import { kindsInOrder } from '#server/meetings/kinds/registry';
import { type BoardWords, boardWords } from '../../client/words/board-words';
import { easyBoardWords } from '../../client/words/easy-board-words';
import { dayAndWeekday, eraDate } from '../../client/words/era-date';
import { glossaryOf, withReadings } from '../../client/words/furigana';
import { ownReadings } from '../../client/words/own-readings';

const city = readings.map(({ furigana }) => furigana);
const everything = glossaryOf([...city, ...ownReadings]);
const terms = glossaryOf(city);
const KANJI = /\p{sc=Han}/u;
/** Kanji of a text over which nothing would stand. */
const bare = (text: string, glossary = everything) =>
  withReadings(text, glossary)
    .filter(({ base, reading }) => !reading && KANJI.test(base))
    .map(({ base }) => base);

/** Every sentence of a dictionary, with something in each of its blanks. */
function sentences(words: object): string[] {
  return Object.values(words).flatMap((word) => {
    if (typeof word === 'string') return [word];
    if (typeof word === 'function')
      return [1, 0].map((n) =>
        word.length === 1 ? (word as (blank: unknown) => string)(fitting(word, n)) : (word as (...blanks: number[]) => string)(3, n, 2),
      );
    return sentences(word as object);
  });
}

const fitting = (word: unknown, n: number): unknown =>
  /clock/.test(String(word)) ? new Date() : /fullWidth|letter/.test(String(word)) ? 'A' : n;
const worded: readonly BoardWords[] = [boardWords, easyBoardWords];

describe('where furigana stand over all words', () => {
  it('no kanji of the board is left without, plain or easy', () => {
    const all = worded.flatMap(sentences);
    expect(all.length).toBeGreaterThan(120);
    expect(all.flatMap((sentence) => bare(sentence))).toEqual([]);
  });
  it('nor any of the steps and lines of conferences before citizens, which say both', () => {
    for (const { profile, name, steps, notes, easy } of kindsInOrder.filter((kind) => kind.profile.projection && kind.profile.citizens)) {
      expect(easy?.steps).toHaveLength(steps.length);
      expect(easy?.notes).toHaveLength(notes.length);
      const said = [name, ...steps, ...notes.map(([, word]) => word), ...(easy?.steps ?? []), ...(easy?.notes ?? [])];
      expect(profile.citizens && said.flatMap((word) => bare(word))).toEqual([]);
    }
  });
  it('nor any day', () => {
    for (let day = 1; day <= 31; day += 1) {
      const iso = `2026-12-${String(day).padStart(2, '0')}`;
      expect([eraDate(iso), dayAndWeekday(iso)].flatMap((text) => bare(text))).toEqual([]);
    }
    const read = (text: string) =>
      withReadings(text, everything)
        .map(({ base, reading }) => reading ?? base)
        .join('');
    expect([read('11日'), read('1日'), read('20日')]).toEqual(['11にち', 'ついたち', 'はつか']);
  });
});

/** Kana alone, in hiragana, without what nobody pronounces. */
function plain(text: string): string {
  const bareText = text.normalize('NFKC').replace(/\(架空\)|\(Open Talking Bar\)|NPO|B(型|がた)|[\s「」・]/g, '');
  return bareText.replaceAll(/[ァ-ヶ]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0x60));
}

describe('the city’s readings', () => {
  it('are each written once, with a reading over something', () => {
    expect(new Set(readings.map(({ id }) => id)).size).toBe(readings.length);
    for (const { id, furigana } of readings) expect(furigana, id).toMatch(/\[[\p{sc=Hiragana}ー]+\]/u);
  });
  it('read the name of every organisation as it is read', () => {
    const wrong = [...planOrganizations, ...inventedOrganizations].filter(({ name, reading }) => {
      const read = withReadings(name, terms)
        .map(({ base, reading: over }) => over ?? base)
        .join('');
      return KANJI.test(name) && !plain(read).endsWith(plain(reading));
    });
    expect(wrong.map(({ name, reading }) => [name, reading])).toEqual([]);
  });
});
