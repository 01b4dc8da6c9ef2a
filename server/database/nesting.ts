import { AsyncLocalStorage } from 'node:async_hooks';

const inside = new AsyncLocalStorage<true>();

/** Runs `work` as the inside of a transaction. */
export function insideTransaction<T>(work: () => Promise<T>): Promise<T> {
  return inside.run(true, work);
}

/** Throws inside a transaction: on the embedded database, which has one session, another one would wait for the first, and so for itself. */
export function refuseNesting(): void {
  if (inside.getStore()) throw new Error('a transaction inside a transaction: pass tx down instead');
}
