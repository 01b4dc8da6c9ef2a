import { describe, expect, it } from 'vitest';
import { fitItems } from './fit-items';

describe('a row of the wall', () => {
  it('shows whole sentences only and counts the rest', () => {
    const items = ['親の通院のつきそい', '家計の先が見えない', '近所との行き来がない', '家の片づけが進まない'];
    expect(fitItems(items, 31)).toEqual({ shown: items.slice(0, 3), rest: 1 });
  });
  it('never leaves a row empty for a long sentence', () => {
    expect(fitItems(['とても長い文'.repeat(9)], 31)).toMatchObject({ rest: 0 });
  });
  it('counts Latin letters as half', () => {
    expect(fitItems(['NPO'.repeat(6), '見学'], 12).rest).toBe(0);
  });
});
