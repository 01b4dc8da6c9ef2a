import { describe, expect, it } from 'vitest';
import { glossaryOf, unmarked, withReadings } from './furigana';

const glossary = glossaryOf([
  '地域[ちいき]',
  '地域[ちいき]課題[かだい]',
  '話[はな]し合[あ]い',
  '第[だい]1層[いっそう]',
  '(金[きん])',
  '12｜日[にち]',
]);
const read = (text: string) =>
  withReadings(text, glossary)
    .map(({ base, reading }) => (reading ? `${base}<${reading}>` : base))
    .join('');

describe('readings over a text', () => {
  it('stand over what the glossary knows, the longer word first, and leave the rest alone', () => {
    expect(read('地域課題の話し合い')).toBe('地域<ちいき>課題<かだい>の話<はな>し合<あ>い');
    expect(read('地域の第1層')).toBe('地域<ちいき>の第<だい>1層<いっそう>');
    expect(read('12月12日(金)')).toBe('12月12日<にち>(金<きん>)');
    expect(read('知らない言葉')).toBe('知らない言葉');
  });
  it('change no character', () => {
    for (const text of ['地域課題、地域', '', '話し合い'])
      expect(
        withReadings(text, glossary)
          .map(({ base }) => base)
          .join(''),
      ).toBe(text);
    expect(unmarked('話[はな]し合[あ]い')).toBe('話し合い');
  });
  it('are none where there is no glossary', () => {
    expect(withReadings('地域', glossaryOf([]))).toEqual([{ base: '地域' }]);
  });
});
