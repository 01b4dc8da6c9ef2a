import { setTimeout as sleep } from 'node:timers/promises';

/** What comes of the work, or undefined when that takes longer than so many milliseconds; nobody waits for it then. Throws what it throws. */
export async function inTime<T>(work: Promise<T>, milliseconds: number): Promise<T | undefined> {
  const over = new AbortController();
  const late = sleep(milliseconds, undefined, { ref: false, signal: over.signal }).catch(() => undefined);
  try {
    return await Promise.race([work, late]);
  } finally {
    over.abort();
  }
}
