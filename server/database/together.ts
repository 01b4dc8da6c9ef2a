import type { Duplex } from 'node:stream';
import type pg from 'pg';

/**
 * Sends several queries as one write: `pg` pipelines them, but would hand each to the system by itself, and the system calls are what a
 * small read costs most of. `send` must call `client.query` without waiting in between.
 */
export function together<T>(client: pg.PoolClient, send: () => T): T {
  const { stream } = (client as unknown as { readonly connection: { readonly stream: Duplex } }).connection;
  stream.cork();
  try {
    return send();
  } finally {
    stream.uncork();
  }
}
