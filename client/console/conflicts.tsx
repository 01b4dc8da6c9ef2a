import { createContext, type ReactNode, useContext, useState } from 'react';
import type { Row } from '../graphql/problem';
import { ConflictDialog } from './conflict-dialog';
import type { Wording } from './conflict-rows';

/** Two versions of one row: as it stands now, and as this person wrote it. */
export interface Conflicting {
  readonly current: Row;
  readonly yours: Row;
}

/** Who wins is for the person to say. */
export type Settlement = 'keep' | 'rewrite';

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
