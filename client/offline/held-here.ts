import { whenForgotten } from './kept';
import type { Outbox } from './outbox';

/** The outboxes of this window, by whose desk they are on and of which session: those whose edits lie here alone, and those of which some may. */
const outboxes = new Map<string, Outbox>();
let asking = false;

/** Holds on to an outbox while the window is open, whichever page it shows: one who looks something up and comes back finds what waited. */
export function holdHere(key: string, made: () => Outbox): Outbox {
  const known = outboxes.get(key);
  if (known) return known;
  const outbox = made();
  outboxes.set(key, outbox);
  whenForgotten(() => outbox.empty());
  if (!asking) addEventListener('beforeunload', (leaving) => unsentHere() > 0 && leaving.preventDefault());
  asking = true;
  return outbox;
}

/** How many edits wait in this window alone and would go with it. */
export function unsentHere(): number {
  return [...outboxes.values()].reduce((all, outbox) => all + outbox.onlyHere(), 0);
}
