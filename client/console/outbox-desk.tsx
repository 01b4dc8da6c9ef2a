import { useApolloClient } from '@apollo/client/react';
import { createContext, type ReactNode, useContext, useEffect, useState, useSyncExternalStore } from 'react';
import type { Contact } from '../graphql/watch-board';
import { Drafts } from '../offline/drafts';
import { holdHere } from '../offline/held-here';
import { type Drawer, drawerOf, nothingKept } from '../offline/kept';
import { type Edit, Outbox } from '../offline/outbox';
import { isAsSeen } from './conflict-rows';
import { rowOf } from './may-wait';
import { sendEdit, whoseDesk } from './send-change';
import { isOver, lineIn, type SessionData } from './session-data';

/** How often what waits is tried while the hub seems to be there. */
const AGAIN_MS = 5_000;

interface Waiting {
  readonly outbox: Outbox;
  readonly drafts: Drafts;
  readonly drawer: Drawer;
  /** Whether it survives this page. */
  readonly kept: boolean;
}

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
    const drawer = kept ? drawerOf({ account, session: id }) : nothingKept;
    const made = () =>
      new Outbox({ drawer, send: (edit) => sendEdit(apollo, edit), whose: () => whoseDesk(apollo, account), rowOf, isAsSeen });
    const outbox = holdHere(`${account} ${id}`, made);
    const drafts = new Drafts(drawer);
    void Promise.all([outbox.load(), drafts.load()]).then(() => setWaiting((before) => before ?? { outbox, drafts, drawer, kept }));
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
  // A conference that is over takes nothing any more. What could not be sent still stands on this page.
  const takesNothing = isOver(session);
  useEffect(() => {
    if (takesNothing && !toSend) drawer.empty();
  }, [takesNothing, toSend, drawer]);
  return <Context value={waiting}>{children}</Context>;
}

/** The outbox of this desk; none where no conference is open. */
export function useOutbox(): Outbox | undefined {
  return useContext(Context)?.outbox;
}

/** Whether what waits survives this page. */
export function useIsKept(): boolean {
  return useContext(Context)?.kept ?? false;
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
