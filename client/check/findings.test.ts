import { describe, expect, it } from 'vitest';
import { clockFinding, delayFinding, fontsFinding, screenFinding, textFinding, textStep } from './findings';

/** 100 inches, 16:9, in metres. */
const HUNDRED_INCHES = 2.214;

describe('the text of the wall', () => {
  it('is read at the standard step as far as seven metres before a picture of 100 inches', () => {
    expect([7, 8, 10].map((metres) => textStep(metres, HUNDRED_INCHES))).toEqual(['STANDARD', 'LARGE', 'LARGEST']);
    expect(textStep(12, HUNDRED_INCHES)).toBeNull();
  });

  it('says which step the room needs, how wide where none is enough, and asks where nothing is entered', () => {
    expect(textFinding(10, HUNDRED_INCHES)).toMatchObject({ isFine: false, needed: 'LARGEST', sentence: expect.stringContaining('特大') });
    expect(textFinding(10, HUNDRED_INCHES, 'LARGEST').isFine).toBe(true);
    expect(textFinding(12, HUNDRED_INCHES, 'LARGEST')).toMatchObject({ isFine: false, sentence: expect.stringContaining('253cm') });
    expect(textFinding(7, HUNDRED_INCHES).isFine).toBe(true);
    expect(textFinding(10, 3.17).isFine).toBe(true);
    expect(textFinding(Number.NaN, 2).sentence).toContain('入れてください');
  });
});

it('says by how much a clock is out, either way', () => {
  const at = (here: number) => clockFinding({ hub: 0, here, took: 1 });
  expect(at(2_000).isFine).toBe(true);
  expect(at(300_000).sentence).toContain('ハブより5分進んでいます');
  expect(at(-42_000).sentence).toContain('ハブより42秒遅れています');
});

it('says whether the hub answers, and how quickly', () => {
  expect(delayFinding(null)).toMatchObject({ isFine: false, sentence: expect.stringContaining('つながりません') });
  expect(delayFinding({ hub: 0, here: 0, took: 12.4 })).toEqual({ isFine: true, sentence: 'ハブの返事は約12ミリ秒です。' });
  expect(delayFinding({ hub: 0, here: 0, took: 900 }).isFine).toBe(false);
});

it('names the characters that are missing, and asks for the whole screen', () => {
  expect(fontsFinding([]).isFine).toBe(true);
  expect(fontsFinding(['𠮷']).sentence).toContain('𠮷（つちよし）を出せません');
  expect(screenFinding({ width: 1920, height: 1080 }, { width: 1920, height: 1080 }).isFine).toBe(true);
  expect(screenFinding({ width: 1920, height: 950 }, { width: 1920, height: 1080 }).sentence).toContain('F11');
});
