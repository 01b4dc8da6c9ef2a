import { AsyncLocalStorage } from 'node:async_hooks';

let inside: AsyncLocalStorage<true> | undefined;

/**
 * From now on a transaction inside a transaction is noticed. The tests watch; the product does not, since Node 20 would follow every promise
 * of the process for it, a fifth of what a small answer costs.
 */
export function watchNesting(): void {
  inside ??= new AsyncLocalStorage();
}

/** Runs `work` as the inside of a transaction. */
export function insideTransaction<T>(work: () => Promise<T>): Promise<T> {
  return inside ? inside.run(true, work) : work();
}

/** Throws inside a transaction: on the embedded database, which has one session, another one would wait for the first, and so for itself. */
export function refuseNesting(): void {
  if (inside?.getStore()) throw new Error('a transaction inside a transaction: pass tx down instead');
}
