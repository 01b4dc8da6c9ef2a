/** So long after the last touch somebody is still taken to be at the page. */
const AWAY_MS = 5 * 60_000;

let touchedAt: number | undefined;

/** Whether somebody looks at the page and is at it: one that goes on asking by itself would keep a sign-in alive at which nobody sits. */
export function isAttended(): boolean {
  if (touchedAt === undefined) watch();
  return !document.hidden && performance.now() - (touchedAt ?? 0) < AWAY_MS;
}

/** From the first time that somebody asks. */
function watch(): void {
  const touch = () => {
    touchedAt = performance.now();
  };
  touch();
  for (const kind of ['pointerdown', 'pointermove', 'keydown', 'wheel']) addEventListener(kind, touch, { capture: true, passive: true });
}
