import { useState } from 'react';

const STORED = 'single-keys';

/** Whether single keys act, as this person chose on this machine. */
export function useKeyChoice(): readonly [active: boolean, setActive: (active: boolean) => void] {
  const [active, set] = useState(() => localStorage.getItem(STORED) !== 'off');
  const setActive = (next: boolean): void => {
    localStorage.setItem(STORED, next ? 'on' : 'off');
    set(next);
  };
  return [active, setActive];
}
