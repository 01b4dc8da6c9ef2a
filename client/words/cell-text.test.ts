import { describe, expect, it } from 'vitest';
import { cellText } from './cell-text';

describe('a cell of the plan', () => {
  it('says that there is no figure instead of showing zero', () => {
    expect([cellText({ raw: '-', value: null }, '値なし'), cellText({ raw: '—%', value: null }, '値なし')]).toEqual(['値なし', '値なし']);
  });
  it('keeps a real zero', () => {
    expect(cellText({ raw: '0', value: 0 }, '値なし')).toBe('0');
  });
  it('prints as the plan does, without its brackets', () => {
    expect(cellText({ raw: '6,805', value: 6805 }, '値なし')).toBe('6,805');
    expect(cellText({ raw: '(13.3)', value: 13.3 }, '値なし')).toBe('13.3');
    expect(cellText({ raw: '15.0', value: 15 }, '値なし')).toBe('15.0');
    expect(cellText({ raw: '(93%)', value: 93 }, '値なし')).toBe('93%');
  });
});
