import { expect, it } from 'vitest';
import { rhythmInWords } from './series-words';

const hours = { startsAt: '13:30', endsAt: '15:00' };

it.each([
  [{ weeks: [3], weekday: 5, months: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] }, '毎月 第3金曜日 13:30〜15:00'],
  [{ weeks: [1, 3], weekday: 2, months: [4, 10] }, '4・10月 第1・3火曜日 13:30〜15:00'],
  [{ weeks: [-1], weekday: 4, months: [12] }, '12月 最後の木曜日 13:30〜15:00'],
  [{ weeks: [1, -1], weekday: 1, months: [12] }, '12月 第1と最後の月曜日 13:30〜15:00'],
])('says a rhythm as people do: %j', (rhythm, words) => {
  expect(rhythmInWords({ ...rhythm, ...hours })).toBe(words);
});
