import { useState } from 'react';
import type { Lettering } from '../display/board-document';

const STORED = 'own-lettering';

/** What somebody who does not steer may choose for an own device; what they did not choose is as on the wall. */
export interface OwnLettering {
  readonly furigana?: Lettering['furigana'] | undefined;
  readonly easy?: boolean | undefined;
}

/** How this person reads the conference on this machine, and the way to choose otherwise. */
export function useOwnLettering(): readonly [own: OwnLettering, choose: (change: OwnLettering) => void] {
  const [own, set] = useState(stored);
  const choose = (change: OwnLettering): void => {
    const next = { ...own, ...change };
    localStorage.setItem(STORED, JSON.stringify(next));
    set(next);
  };
  return [own, choose];
}

function stored(): OwnLettering {
  try {
    return (JSON.parse(localStorage.getItem(STORED) ?? '{}') ?? {}) as OwnLettering;
  } catch {
    return {};
  }
}
