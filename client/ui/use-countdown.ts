import { useEffect, useState } from 'react';
import { serverNow } from '../graphql/server-clock';

/** A timer as the board tells of it: it runs to a moment, or rests with so many seconds left; neither is none. */
export interface Timer {
  readonly timerEndsAt: string | null;
  readonly timerLeft: number | null;
}

const LOOK_MS = 250;

/** Seconds that are left, counted anew from the hub's clock each time, so that nothing drifts; null where nothing is timed. */
export function useCountdown({ timerEndsAt, timerLeft }: Timer): number | null {
  const [, look] = useState(0);
  useEffect(() => {
    if (!timerEndsAt) return;
    const timer = setInterval(() => look((count) => count + 1), LOOK_MS);
    return () => clearInterval(timer);
  }, [timerEndsAt]);
  return secondsLeft({ timerEndsAt, timerLeft }, serverNow());
}

/** The same at one moment, in milliseconds since 1970. Never below zero: what is over stays over, calmly. */
export function secondsLeft({ timerEndsAt, timerLeft }: Timer, now: number): number | null {
  return timerEndsAt ? Math.max(0, Math.ceil((Date.parse(timerEndsAt) - now) / 1000)) : timerLeft;
}

/** 754 as 12:34. */
export function minutesAndSeconds(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
