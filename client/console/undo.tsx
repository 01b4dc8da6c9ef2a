import { createContext, type ReactNode, useContext, useEffect, useRef, useState } from 'react';
import { useToast } from '../ui/toasts';
import { consoleWords } from '../words/console-words';
import { isOver, type SessionData } from './session-data';

const words = consoleWords.undo;
/** Acts that are remembered. */
const MOST = 40;
/** How long an act can be taken back; older ones are what the meeting has agreed on. */
const UNDO_MS = 10 * 60_000;
/** How long the board may take to tell of an act that the hub has answered. Two acts at once may come in one frame, which shows the second alone. */
const LANDS_MS = 3_000;

/** Something that was done on this desk and can be taken back. */
export interface Act {
  /** What was done, as it was said. */
  readonly sentence: string;
  /** Whether the session is as the act left it. What somebody else has changed since is theirs, and is not offered any more. */
  readonly stands: (session: SessionData) => boolean;
  /** Whether it is what called the session off: nothing else is taken back of one that is. */
  readonly revives?: boolean;
  /** Takes it back; false when that could not be done. */
  readonly back: () => Promise<boolean>;
}

/** An act as the desk keeps it. */
export interface DoneAct extends Act {
  /** When it was done, by this desk’s clock. */
  readonly at: number;
}

interface Undoing {
  /** Says what was done and remembers how to take it back. */
  readonly did: (act: Act) => void;
  /** The newest act that still stands. */
  readonly last: DoneAct | undefined;
  /** Every act that still stands, newest first. */
  readonly acts: readonly DoneAct[];
  /** Takes the newest back. */
  readonly undo: () => void;
  /** Takes one back. */
  readonly takeBack: (act: DoneAct) => void;
}

const Context = createContext<Undoing>({
  did: () => undefined,
  last: undefined,
  acts: [],
  undo: () => undefined,
  takeBack: () => undefined,
});

/** Remembers what this desk did to the session, newest last: for the button beside the sentence, the one in the header, and Ctrl+Z. */
export function UndoDesk({ session, children }: { session: SessionData; children: ReactNode }) {
  const say = useToast();
  const [acts, setActs] = useState<readonly DoneAct[]>([]);
  const offer = useRef<{ readonly act: DoneAct; readonly withdraw: () => void }>(undefined);
  // The hub has answered, the board has not told of it yet: an act that has not been seen to stand has not been overtaken either.
  const landed = useRef(new WeakSet<DoneAct>());
  const stands = (act: DoneAct): boolean =>
    (!isOver(session) || (session.status === 'CANCELLED' && Boolean(act.revives))) &&
    Date.now() - act.at < UNDO_MS &&
    (act.stands(session) || (!landed.current.has(act) && Date.now() - act.at < LANDS_MS));
  const [, look] = useState(0);
  const newest = acts.at(-1)?.at;
  useEffect(() => {
    if (newest === undefined) return;
    const timer = setTimeout(() => look(Date.now()), newest + LANDS_MS - Date.now() + 1);
    return () => clearTimeout(timer);
  }, [newest]);
  const standing = acts.filter(stands).toReversed();

  useEffect(() => {
    for (const act of acts) if (act.stands(session)) landed.current.add(act);
    if (!offer.current || stands(offer.current.act)) return;
    offer.current.withdraw();
    offer.current = undefined;
  });

  const takeBack = async (act: DoneAct): Promise<void> => {
    if (Date.now() - act.at >= UNDO_MS) return void say({ sentence: words.nothing });
    if (!(await act.back())) return;
    setActs((before) => before.filter((one) => one !== act));
    say({ sentence: words.done(act.sentence) });
  };
  const did = (done: Act): void => {
    const act = { ...done, at: Date.now() };
    setActs((before) => [...before.slice(1 - MOST), act]);
    offer.current = { act, withdraw: say({ sentence: act.sentence, undo: () => void takeBack(act) }) };
  };
  const undo = (): void => {
    const last = acts.findLast(stands);
    if (last) void takeBack(last);
    else say({ sentence: words.nothing });
  };
  const value = { did, last: standing[0], acts: standing, undo, takeBack: (act: DoneAct) => void takeBack(act) };
  return <Context value={value}>{children}</Context>;
}

/** What this desk can take back. */
export function useUndo(): Undoing {
  return useContext(Context);
}
