import { useEffect } from 'react';
import type { LaterPage } from './later-page';

/** Where the browser does not say when it is idle, so long after the page stands (ms). */
const AFTER_MS = 2_000;

const NONE: readonly LaterPage[] = [];

/**
 * Fetches pages ahead, one after the other, once the browser has nothing else to do, and again when the line is back: so that they are there when the network is
 * gone. The list stays the same from one drawing to the next.
 */
export function useAhead(pages: readonly LaterPage[] = NONE): void {
  useEffect(() => {
    const fetchAll = async (): Promise<void> => {
      for (const { preload } of pages) await preload();
    };
    const whenIdle = (): void => {
      if ('requestIdleCallback' in globalThis) requestIdleCallback(() => void fetchAll());
      else setTimeout(() => void fetchAll(), AFTER_MS);
    };
    if (pages.length > 0) whenIdle();
    addEventListener('online', whenIdle);
    return () => removeEventListener('online', whenIdle);
  }, [pages]);
}
