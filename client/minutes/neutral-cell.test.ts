import { describe, expect, it } from 'vitest';
import { neutralCell } from './neutral-cell';

describe('a cell', () => {
  it.each(['=1+1', '+81 90', '-1', '@sum', '＝HYPERLINK("http://x")', '＋1', '  =1', '\t=1', '\r=1'])(
    'that begins like a formula is led by an apostrophe: %j',
    (text) => {
      expect(neutralCell(text)).toBe(`'${text}`);
    },
  );
  it.each(['', '送り迎え', '1月15日(金)', 'A=1', '月に一度−集まる'])('that does not stays as it is: %j', (text) => {
    expect(neutralCell(text)).toBe(text);
  });
});
