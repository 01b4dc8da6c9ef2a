/** So long the way out waits for the hub (ms), and so long between two tries of a browser that somebody has left. */
const PATIENCE_MS = 5_000;
const AGAIN_MS = 3_000;
/**
 * Stands in this browser from the moment somebody has left it without the hub until their sign-in has ended. The console obeys it; the pages that know nothing of
 * this house (`sign-in`, `playground`) go there by its name.
 */
const LEFT = 'marugoto-left';

let left = false;

/** Whether somebody has left this browser whose sign-in has not ended yet. A page that has once known it shows nothing of theirs again before it is loaded anew. */
export function isLeft(): boolean {
  left ||= localStorage.getItem(LEFT) !== null;
  return left;
}

/** Hears when that may have changed, on this page or another. Returns the way to stop. */
export function onLeft(listener: () => void): () => void {
  addEventListener('storage', listener);
  return () => removeEventListener('storage', listener);
}

/** Somebody leaves without the hub: every page of this browser is told. */
export function leaveNow(): void {
  localStorage.setItem(LEFT, '');
  dispatchEvent(new Event('storage'));
}

/** Ends the sign-in. False where the hub was not reached or did not say so. */
export async function endSignIn(): Promise<boolean> {
  try {
    return (await fetch('/sign-out', { method: 'POST', signal: AbortSignal.timeout(PATIENCE_MS) })).ok;
  } catch {
    return false;
  }
}

/** Asks until the sign-in has ended, here or on another page: whoever signs in after that is left alone. A page of nobody is then loaded afresh. */
export async function endAtLast(): Promise<void> {
  while (localStorage.getItem(LEFT) !== null && !(await endSignIn())) await new Promise((again) => setTimeout(again, AGAIN_MS));
  localStorage.removeItem(LEFT);
  location.assign('/');
}
