import { createContext, type ReactNode, useContext, useState } from 'react';
import type { Conflicting, Settlement } from '../offline/outbox';
import { ConflictDialog } from './conflict-dialog';
import type { Wording } from './conflict-rows';

interface Open extends Conflicting {
  readonly settle: (settlement: Settlement) => void;
}

const Ask = createContext<(conflict: Conflicting) => Promise<Settlement>>(async () => 'keep');

/** Shows the dialog for every conflict below it. `wording` puts ids into words. */
export function Conflicts({ wording, children }: { wording: Wording; children: ReactNode }) {
  const [open, show] = useState<Open | null>(null);
  const ask = (conflict: Conflicting): Promise<Settlement> => new Promise((settle) => show({ ...conflict, settle }));
  const settle = (settlement: Settlement): void => {
    open?.settle(settlement);
    show(null);
  };
  return (
    <Ask value={ask}>
      {children}
      {open ? <ConflictDialog conflict={open} wording={wording} settle={settle} /> : null}
    </Ask>
  );
}

/** Asks the person which of two versions stands. */
export function useConflict(): (conflict: Conflicting) => Promise<Settlement> {
  return useContext(Ask);
}
