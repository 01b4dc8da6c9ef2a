import { describe, expect, it } from 'vitest';
import { minutesAndSeconds, secondsLeft } from './use-countdown';

const ends = (timerEndsAt: string) => ({ timerEndsAt, timerLeft: null });
const now = Date.parse('2026-11-23T05:00:00Z');

describe('a timer', () => {
  it('counts whole seconds up, so that it stands at its full time when it starts and at nought only at the end', () => {
    expect(secondsLeft(ends('2026-11-23T05:10:00Z'), now)).toBe(600);
    expect(secondsLeft(ends('2026-11-23T05:00:00.001Z'), now)).toBe(1);
    expect(secondsLeft(ends('2026-11-23T05:00:00Z'), now)).toBe(0);
  });
  it('stays at nought when it is over', () => expect(secondsLeft(ends('2026-11-23T04:00:00Z'), now)).toBe(0));
  it('rests with what is left', () => expect(secondsLeft({ timerEndsAt: null, timerLeft: 90 }, now)).toBe(90));
  it('is none', () => expect(secondsLeft({ timerEndsAt: null, timerLeft: null }, now)).toBeNull());
  it('reads as minutes and seconds', () => expect([0, 9, 754, 5400].map(minutesAndSeconds)).toEqual(['0:00', '0:09', '12:34', '90:00']));
});
