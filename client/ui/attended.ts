/** So long after the last touch somebody is still taken to be at the page. */
const AWAY_MS = 5 * 60_000;

let touchedAt = performance.now();
for (const kind of ['pointerdown', 'pointermove', 'keydown', 'wheel'])
  addEventListener(kind, () => (touchedAt = performance.now()), { capture: true, passive: true });

/** Whether somebody looks at the page and is at it: one that goes on asking by itself would keep a sign-in alive at which nobody sits. */
export const isAttended = (): boolean => !document.hidden && performance.now() - touchedAt < AWAY_MS;
