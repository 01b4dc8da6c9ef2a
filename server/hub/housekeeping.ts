import { log } from '#server/kernel/log';

const EVERY_MS = 10 * 60_000;

/** Has things cleared away from time to time; what fails is tried again the next time. Returns how to stop. On several nodes each does it: it does no harm. */
export function keepHouse(chores: readonly (() => Promise<void>)[]): () => void {
  const timer = setInterval(() => {
    for (const chore of chores) chore().catch(() => log.warn('something could not be cleared away; trying again later'));
  }, EVERY_MS);
  timer.unref();
  return () => clearInterval(timer);
}
