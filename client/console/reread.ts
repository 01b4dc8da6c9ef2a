import { createContext, useContext } from 'react';

/** Asks for the whole board again: for the few changes that no frame tells of. */
export const Reread = createContext<() => void>(() => undefined);

/** The nearest page's way to read its board again. */
export function useReread(): () => void {
  return useContext(Reread);
}
