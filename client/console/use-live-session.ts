import { useApolloClient } from '@apollo/client/react';
import { print } from 'graphql';
import { useEffect, useState } from 'react';
import { csrf } from '../graphql/csrf';
import { serverNow } from '../graphql/server-clock';
import { type Contact, watchBoard } from '../graphql/watch-board';
import type { SessionData } from './session-data';
import { BoardConsoleDocument, SessionPageDocument } from './session-document';

/** The state of the board's line, and a way to ask for the whole board again. */
export interface LiveSession {
  readonly contact: Contact;
  /** When the line was lost last, by the hub's clock. */
  readonly lostAt: number;
  readonly reread: () => void;
}

/** A page that is opened waits so long (ms) for its line before it says that there is none; not at all where the browser knows of no network. */
const FIRST_MS = 5_000;
/** When each session was last heard of in this window, by the hub's clock: one may come back to it without the network. */
const lastHeard = new Map<string, number>();

/**
 * Keeps the cached session equal to the board's newest frame. From the page's first answer on (`ready`) the frames are the only writer: an
 * answer that was read before a frame can then never be written after it. Mutations bring back ids and versions, for the same reason.
 */
export function useLiveSession(id: string, ready: boolean): LiveSession {
  const apollo = useApolloClient();
  const [contact, turn] = useState<Contact>('connecting');
  const [lostAt, lose] = useState(0);
  const [reading, setReading] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another reading is another watch, which begins with a snapshot
  useEffect(() => {
    if (!ready) return;
    return watchBoard<SessionData>({
      query: print(apollo.cache.transformDocument(BoardConsoleDocument)),
      name: 'BoardConsole',
      credentials: csrf,
      session: id,
      onFrame: ({ session }) => {
        lastHeard.set(id, serverNow());
        apollo.writeQuery({ query: SessionPageDocument, variables: { id }, data: { session } });
      },
      onContact: (now) => {
        if (now === 'recovering') lose(serverNow());
        turn(now);
      },
    });
  }, [apollo, id, ready, reading]);
  useEffect(() => {
    if (!ready || contact !== 'connecting') return;
    const giveUp = (): void => {
      lose(lastHeard.get(id) ?? serverNow());
      turn('recovering');
    };
    const timer = setTimeout(giveUp, navigator.onLine ? FIRST_MS : 0);
    return () => clearTimeout(timer);
  }, [id, ready, contact]);
  return { contact, lostAt, reread: () => setReading((count) => count + 1) };
}
