import { EventEmitter } from 'node:events';
import type { Database } from '#server/database/source';

interface Wakes {
  board: [session: string];
  /** What somebody may see has changed: neither who nor what. */
  policy: [];
  /** A display was revoked. */
  display: [display: string];
  /** Somebody's rights have changed: who was looked up a moment ago is looked up again. */
  rights: [];
}

const emitters = new WeakMap<Database, EventEmitter<Wakes>>();

/** Wake-ups within this process. A hint and nothing more: every one of them may be lost without losing an event. */
export function wakesOf(database: Database): EventEmitter<Wakes> {
  let emitter = emitters.get(database);
  if (!emitter) {
    emitter = new EventEmitter<Wakes>();
    emitter.setMaxListeners(0);
    emitters.set(database, emitter);
  }
  return emitter;
}
