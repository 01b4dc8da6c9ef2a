import { vi } from 'vitest';
import WebSocket from 'ws';
import { type BoardFrame, type Contact, watchBoard } from '../../client/graphql/watch-board';
import type { Guest, Town } from './a-town';
import { csrfOfGuest } from './csrf-of-guest';

/** The client's own way of following a board, without the page around it. */
export interface Screen {
  // biome-ignore lint/suspicious/noExplicitAny: each test knows what it asked for
  readonly frames: readonly BoardFrame<any>[];
  /** Standings of its line so far; the first, connecting, is not told. */
  readonly contacts: readonly Contact[];
  /** With which `after` it asked, once for each time that it came. */
  readonly asked: readonly (number | undefined)[];
  /** While true, whatever it opens finds nobody. */
  offline: boolean;
  close(): void;
}

/** Follows a board as the console and the wall do. `selection` is what is asked of the session. */
export function aScreen(place: Pick<Town, 'origin'>, guest: Guest, session: string, selection = 'id status step'): Screen {
  const frames: Screen['frames'][number][] = [];
  const contacts: Contact[] = [];
  const asked: (number | undefined)[] = [];
  const headers = { origin: place.origin, ...(guest.headers.cookie ? { cookie: guest.headers.cookie } : {}) };
  const token = /^Display (.+)$/.exec(guest.headers.authorization ?? '')?.[1];
  class Line extends WebSocket {
    constructor(address: string, protocols: string) {
      super(screen.offline ? 'ws://127.0.0.1:1' : address, protocols, { headers });
    }
    override send(text: string): void {
      const { type, payload } = JSON.parse(text);
      if (type === 'subscribe') asked.push(payload.variables.after);
      super.send(text);
    }
  }
  // As in a browser; both are read once, when the watch begins.
  vi.stubGlobal('location', { origin: place.origin });
  vi.stubGlobal('WebSocket', Line);
  const screen = { frames, contacts, asked, offline: false, close: () => stop() };
  const stop = watchBoard({
    query: `subscription Board($session: ID!, $after: Int) { board(session: $session, after: $after) { seq kind at session { ${selection} } } }`,
    name: 'Board',
    session,
    credentials: token ? { display: token } : csrfOfGuest(guest),
    onFrame: (frame) => frames.push(frame),
    onContact: (contact) => contacts.push(contact),
  });
  vi.unstubAllGlobals();
  return screen;
}
