import { useApolloClient } from '@apollo/client/react';
import { createContext, type ReactNode, useContext, useEffect, useState, useSyncExternalStore } from 'react';
import type { Contact } from '../graphql/watch-board';
import { Drafts } from '../offline/drafts';
import { holdHere, type Waiting } from '../offline/held-here';
import { drawerOf, nothingKept } from '../offline/kept';
import { type Edit, Outbox } from '../offline/outbox';
import { isAsSeen } from './conflict-rows';
import { rowOf } from './may-wait';
import { sendEdit, whoseDesk } from './send-change';
import { lineIn, type SessionData } from './session-data';

/** How often what waits is tried while the hub seems to be there. */
const AGAIN_MS = 5_000;

const Context = createContext<Waiting | undefined>(undefined);
const none: readonly Edit[] = [];

/**
 * What waits on this desk for the hub; undefined until it is known whose desk it is, and what an earlier page has kept has been read. It
 * outlives the minute in which the board is dark because rights have changed.
 */
export function useWaiting(session: SessionData | null | undefined, account: string | undefined): Waiting | undefined {
  const apollo = useApolloClient();
  const [waiting, setWaiting] = useState<Waiting>();
  const id = session?.isIn ? session.id : undefined;
  const kept = session?.isIn ? isKept(session) : false;
  // biome-ignore lint/correctness/useExhaustiveDependencies: made once for a person and a session
  useEffect(() => {
    if (!id || !account) return;
    const desk = holdHere(`${account} ${id}`, () => {
      const drawer = kept ? drawerOf({ account, session: id }) : nothingKept;
      const ways = { drawer, send: (edit: Edit) => sendEdit(apollo, edit), whose: () => whoseDesk(apollo, account), rowOf, isAsSeen };
      return { outbox: new Outbox(ways), drafts: new Drafts(drawer), drawer };
    });
    void Promise.all([desk.outbox.load(), desk.drafts.load()]).then(() => setWaiting((before) => before ?? desk));
  }, [id, account]);
  return waiting;
}

/** Only what is written where the room may read it anyway is kept in a browser: never a word of a conference that speaks of cases. */
function isKept({ projected, matters }: SessionData): boolean {
  return projected && !matters.includes('case');
}

interface OutboxDeskProps {
  readonly waiting: Waiting;
  readonly contact: Contact;
  readonly session: SessionData;
  readonly children: ReactNode;
}

/** Holds what waits, and sends it when the hub is there. */
export function OutboxDesk({ waiting, contact, session, children }: OutboxDeskProps) {
  const { outbox, drafts, drawer } = waiting;
  const edits = useSyncExternalStore(outbox.listen, outbox.edits);
  const toSend = contact !== 'recovering' && edits.some(({ state }) => state === 'waiting');
  useEffect(() => {
    if (!toSend) return;
    void outbox.flush();
    const again = setInterval(() => void outbox.flush(), AGAIN_MS);
    return () => clearInterval(again);
  }, [outbox, toSend]);
  useEffect(() => outbox.turn(contact === 'recovering'), [outbox, contact]);
  useEffect(() => {
    // A line that has gone from the board may have been held back where it is now.
    const isHeld = (row: string): boolean => lineIn(session, row)?.held !== null;
    outbox.watch((edit) => {
      const row = rowOf(edit);
      return row !== undefined && isHeld(row);
    });
    drafts.watch(isHeld);
  }, [outbox, drafts, session]);
  // A conference that has closed takes nothing any more; one that was called off may yet be taken up again. What could not be sent still stands on this page.
  const takesNothing = session.status === 'CLOSED';
  useEffect(() => {
    if (!takesNothing || toSend) return;
    drawer.empty();
    drafts.empty();
  }, [takesNothing, toSend, drawer, drafts]);
  return <Context value={waiting}>{children}</Context>;
}

/** The outbox of this desk; none where no conference is open. */
export function useOutbox(): Outbox | undefined {
  return useContext(Context)?.outbox;
}

/** Whether what waits survives this page. */
export function useIsKept(): boolean {
  return (useContext(Context)?.drawer ?? nothingKept) !== nothingKept;
}

export function useDrafts(): Drafts | undefined {
  return useContext(Context)?.drafts;
}

/** What waits, oldest first. */
export function useEdits(): readonly Edit[] {
  const outbox = useOutbox();
  return useSyncExternalStore(outbox?.listen ?? never, outbox?.edits ?? (() => none));
}

const never = () => () => undefined;
