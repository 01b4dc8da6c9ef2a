import { describe, expect, it } from 'vitest';
import { exposure, fieldClasses, withheldReason } from './field-class';

/** The table of RULES 3 and 4, written a second time: whoever changes a cell has to say so twice. */
const table = [
  // class          staff     display   analyst
  ['public', 'always', 'always', 'always'],
  ['operational', 'always', 'always', 'never'],
  ['generalised', 'always', 'row', 'never'],
  ['identity', 'row', 'never', 'never'],
  ['address', 'row', 'never', 'never'],
  ['sensitive', 'row', 'never', 'never'],
  ['note', 'row', 'never', 'never'],
  ['protected', 'row', 'never', 'never'],
] as const;

describe('the exposure of field classes', () => {
  it('is told for these classes and no other', () => {
    expect(fieldClasses).toEqual(table.map(([fieldClass]) => fieldClass));
  });

  it.each(table)('%s: staff %s, display %s, analyst %s', (fieldClass, staff, display, analyst) => {
    expect([exposure.staff[fieldClass], exposure.display[fieldClass], exposure.analyst[fieldClass]]).toEqual([staff, display, analyst]);
  });
});

describe('why a field is withheld', () => {
  it.each(fieldClasses)('%s is told in the words of each audience', (fieldClass) => {
    expect(withheldReason('staff', fieldClass)).toBe('あなたの担当には開かれていない項目です。');
    expect(withheldReason('analyst', fieldClass)).toBe('分析では扱わない項目です。');
    expect(withheldReason('display', fieldClass)).toBe(
      fieldClass === 'generalised'
        ? 'あてはまる人が少なく、個人が分かるおそれがあるため表示しません（10人未満）。'
        : '司会の手元だけの項目です。会場の画面には出しません。',
    );
  });
});
