import { whenForgotten } from './kept';
import type { Outbox } from './outbox';

/** Outboxes whose edits lie in this window alone, by whose desk they are on and of which session. */
const held = new Map<string, Outbox>();
let asking = false;

/** Holds on to such an outbox while the window is open, whichever page it shows: one who looks something up and comes back finds what waited. */
export function holdHere(key: string, made: () => Outbox): Outbox {
  const known = held.get(key);
  if (known) return known;
  const outbox = made();
  held.set(key, outbox);
  whenForgotten(() => outbox.empty());
  if (!asking) addEventListener('beforeunload', (leaving) => unsentHere() > 0 && leaving.preventDefault());
  asking = true;
  return outbox;
}

/** How many edits wait in this window and would go with it. */
export function unsentHere(): number {
  return [...held.values()].flatMap((outbox) => outbox.edits()).filter(({ state }) => state !== 'sent').length;
}
