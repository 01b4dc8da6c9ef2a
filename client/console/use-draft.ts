import { useState } from 'react';
import { useDrafts } from './outbox-desk';

/** What is being typed at one place of the desk. */
export interface Drafting<Draft> {
  readonly draft: Draft;
  readonly write: (draft: Draft) => void;
  /** Whether it was found here half written. */
  readonly found: boolean;
  /** Lets go of it: it was taken, or thrown away. */
  readonly drop: () => void;
}

/**
 * Holds what is typed at `place`, also when its window is closed by a slip or the page is loaded anew. A draft holds the row it was begun on, where
 * there is one: what others have changed since then ends in a conflict, and is not overwritten.
 */
export function useDraft<Draft>(place: string, fresh: Draft): Drafting<Draft> {
  const drafts = useDrafts();
  const [begun] = useState(fresh);
  const [draft, set] = useState<Draft>(() => drafts?.get<Draft>(place) ?? begun);
  const [found, find] = useState(() => drafts?.get(place) !== undefined);
  const drop = (): void => {
    drafts?.drop(place);
    find(false);
    set(begun);
  };
  const write = (next: Draft): void => {
    set(next);
    if (JSON.stringify(next) === JSON.stringify(begun)) drafts?.drop(place);
    else drafts?.put(place, next);
  };
  return { draft, write, found, drop };
}
