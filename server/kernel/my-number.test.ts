import { describe, expect, it } from 'vitest';
import { holdsMyNumber } from './my-number';

/** Not anyone's: 1…9, 0, 1 and the check digit that follows from them. */
const VALID = '123456789018';

describe('個人番号 in a text', () => {
  it.each([
    ['alone', VALID],
    ['within a sentence', `番号は${VALID}です`],
    ['in groups', '1234-5678-9018'],
    ['in groups with spaces', '1234 5678 9018'],
    ['in full width', '１２３４５６７８９０１８'],
    ['in full width groups', '１２３４－５６７８－９０１８'],
    ['with invisible characters', '1234\u200b5678\u200b9018'],
    ['after another number', `2026 1234 5678 9018`],
    ['before another number', `${VALID} 2026年`],
  ])('is found %s', (_how, text) => {
    expect(holdsMyNumber(text)).toBe(true);
  });

  it.each([
    ['a wrong check digit', '123456789012'],
    ['eleven digits', '12345678901'],
    ['a longer number', `${VALID}1`],
    ['a telephone number', '0553-22-1111'],
    ['a date and a time', '2026-11-23 10:30'],
    ['nothing', ''],
  ])('is not %s', (_what, text) => {
    expect(holdsMyNumber(text)).toBe(false);
  });

  it('has check digit 0 where the remainder is 0 or 1', () => {
    expect(holdsMyNumber('000000000000')).toBe(true);
    expect(holdsMyNumber('000000000060')).toBe(true);
    expect(holdsMyNumber('000000000061')).toBe(false);
  });
});
