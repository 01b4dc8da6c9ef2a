import { useEffect, useState } from 'react';

const PATIENCE_MS = 300;

/** True once `waiting` has lasted 300 ms: a skeleton that flashes for less only makes a page restless. */
export function useLate(waiting: boolean): boolean {
  const [late, setLate] = useState(false);
  useEffect(() => {
    if (!waiting) return;
    const timer = setTimeout(() => setLate(true), PATIENCE_MS);
    return () => {
      clearTimeout(timer);
      setLate(false);
    };
  }, [waiting]);
  return waiting && late;
}
