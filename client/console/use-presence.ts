import { useEffect } from 'react';

const ADDRESS = '/presence';
const TELL_MS = 20_000;

/** Tells the hub that this page is open and looked at, so that the facilitator sees who is connected. */
export function usePresence(session: string, open: boolean): void {
  useEffect(() => {
    if (!open) return;
    const tell = (): void => {
      if (!document.hidden) void fetch(`${ADDRESS}?session=${session}`, { method: 'POST', cache: 'no-store' }).catch(() => undefined);
    };
    tell();
    const beat = setInterval(tell, TELL_MS);
    document.addEventListener('visibilitychange', tell);
    return () => {
      clearInterval(beat);
      document.removeEventListener('visibilitychange', tell);
    };
  }, [session, open]);
}
