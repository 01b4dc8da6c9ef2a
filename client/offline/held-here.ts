import type { Drafts } from './drafts';
import { type Drawer, whenForgotten } from './kept';
import type { Outbox } from './outbox';

/** What waits on one person's desk of one session. */
export interface Waiting {
  readonly outbox: Outbox;
  readonly drafts: Drafts;
  readonly drawer: Drawer;
}

/** The desks of this window, by whose they are and of which session: those of which all lies here alone, and those of which some may. */
const desks = new Map<string, Waiting>();
let asking = false;

/** Holds on to a desk while the window is open, whichever page it shows: one who looks something up and comes back finds what waited, and what was half written. */
export function holdHere(key: string, made: () => Waiting): Waiting {
  const known = desks.get(key);
  if (known) return known;
  const desk = made();
  desks.set(key, desk);
  whenForgotten(() => {
    desk.outbox.empty();
    desk.drafts.empty();
  });
  if (!asking) addEventListener('beforeunload', (leaving) => unsentHere() > 0 && leaving.preventDefault());
  asking = true;
  return desk;
}

/** How many edits and half-written lines wait in this window alone and would go with it. */
export function unsentHere(): number {
  return [...desks.values()].reduce((all, { outbox, drafts }) => all + outbox.onlyHere() + drafts.onlyHere(), 0);
}
