import { createContext, type ReactNode, useContext, useEffect, useRef, useState } from 'react';
import { useToast } from '../ui/toasts';
import { consoleWords } from '../words/console-words';
import type { SessionData } from './session-data';

const words = consoleWords.undo;
/** Acts that are remembered; older ones are history. */
const MOST = 20;

/** Something that was done on this desk and can be taken back. */
export interface Act {
  /** What was done, as it was said. */
  readonly sentence: string;
  /** Whether the session is as the act left it. What somebody else has changed since is theirs, and is not offered any more. */
  readonly stands: (session: SessionData) => boolean;
  /** Takes it back; false when that could not be done. */
  readonly back: () => Promise<boolean>;
}

interface Undoing {
  /** Says what was done and remembers how to take it back. */
  readonly did: (act: Act) => void;
  /** The newest act that still stands. */
  readonly last: Act | undefined;
  /** Takes that one back. */
  readonly undo: () => void;
}

const Context = createContext<Undoing>({ did: () => undefined, last: undefined, undo: () => undefined });

/** Remembers what this desk did to the session, newest last: for the button beside the sentence, the one in the header, and Ctrl+Z. */
export function UndoDesk({ session, children }: { session: SessionData; children: ReactNode }) {
  const say = useToast();
  const [acts, setActs] = useState<readonly Act[]>([]);
  const offer = useRef<{ readonly act: Act; readonly withdraw: () => void }>(undefined);
  // The hub has answered, the board has not told of it yet: an act that has not been seen to stand has not been overtaken either.
  const landed = useRef(new WeakSet<Act>());
  const stands = (act: Act): boolean => session.status !== 'CLOSED' && (act.stands(session) || !landed.current.has(act));
  const last = acts.findLast(stands);

  useEffect(() => {
    for (const act of acts) if (act.stands(session)) landed.current.add(act);
    if (!offer.current || stands(offer.current.act)) return;
    offer.current.withdraw();
    offer.current = undefined;
  });

  const takeBack = async (act: Act): Promise<void> => {
    if (!(await act.back())) return;
    setActs((before) => before.filter((one) => one !== act));
    say({ sentence: words.done(act.sentence) });
  };
  const did = (act: Act): void => {
    setActs((before) => [...before.slice(1 - MOST), act]);
    offer.current = { act, withdraw: say({ sentence: act.sentence, undo: () => void takeBack(act) }) };
  };
  const undo = (): void => {
    if (last) void takeBack(last);
    else say({ sentence: words.nothing });
  };
  return <Context value={{ did, last, undo }}>{children}</Context>;
}

/** What this desk can take back. */
export function useUndo(): Undoing {
  return useContext(Context);
}
