import { useEffect, useRef } from 'react';

const PAUSE_MS = 1_200;

/** Does `work` when what is typed has rested for a moment and is not what was done last: never in the middle of a word, nor of a conversion. */
export function usePaused(typed: string, done: string, isComposing: boolean, work: () => void): void {
  const latest = useRef(work);
  useEffect(() => {
    latest.current = work;
  });
  useEffect(() => {
    if (isComposing || typed === done) return;
    const timer = setTimeout(() => latest.current(), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed, done, isComposing]);
}
