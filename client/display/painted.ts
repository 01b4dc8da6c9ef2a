import { useEffect } from 'react';

const ADDRESS = '/display/painted';
/** A screen that has nothing new to paint says that it is alive. */
const BEAT_MS = 5_000;
const SILENT_MS = 3_000;

/** Tells the hub how far this screen has painted, after the picture stands, and every few seconds. What it tells is a number and nothing else. */
export function usePainted(token: string, seq: number | undefined): void {
  useEffect(() => {
    if (seq === undefined) return;
    const tell = (): void =>
      void fetch(`${ADDRESS}?seq=${seq}`, {
        method: 'POST',
        headers: { authorization: `Display ${token}` },
        credentials: 'omit',
        cache: 'no-store',
        signal: AbortSignal.timeout(SILENT_MS),
      }).catch(() => undefined);
    // After the next frame the picture has been painted; a screen that paints no more falls silent.
    let frame = 0;
    const afterPaint = (): void => {
      frame = requestAnimationFrame(() => requestAnimationFrame(tell));
    };
    afterPaint();
    const beat = setInterval(afterPaint, BEAT_MS);
    return () => {
      cancelAnimationFrame(frame);
      clearInterval(beat);
    };
  }, [token, seq]);
}
