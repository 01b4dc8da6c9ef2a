import { describe, expect, it } from 'vitest';
import { backOff } from './back-off';
import { isNews } from './is-news';

describe('resuming a board', () => {
  it('takes the first frame whatever its number', () => {
    expect(isNews(undefined, { seq: 40, kind: 'SNAPSHOT' })).toBe(true);
  });
  it('drops what a replay brings twice and what comes late', () => {
    expect([6, 7, 8].map((seq) => isNews(7, { seq, kind: 'ROLE_ASSIGNED' }))).toEqual([false, false, true]);
  });
  it('takes a snapshot even when its number is behind: the log was cut', () => {
    expect(isNews(90, { seq: 3, kind: 'SNAPSHOT' })).toBe(true);
  });
  it('goes dark under the number that was seen last', () => {
    expect(isNews(7, { seq: 7, kind: 'CLEARED' })).toBe(true);
  });
});

describe('coming back', () => {
  it('waits at most a second and a half, so that 2 s after the return the board is current', () => {
    expect(Math.max(...Array.from({ length: 40 }, (_, attempt) => backOff(attempt, 0.999)))).toBeLessThanOrEqual(1_500);
  });
  it('spreads a thousand clients over half of the wait', () => {
    expect([backOff(5, 0), backOff(5, 0.5)]).toEqual([750, 1_125]);
  });
});
