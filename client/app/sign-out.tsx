import { useState } from 'react';
import { createPortal } from 'react-dom';
import { unsentHere } from '../offline/held-here';
import { countKept, forgetKept } from '../offline/kept';
import { useToast } from '../ui/toasts';
import { appWords } from '../words/app-words';
import { offlineWords } from '../words/offline-words';
import './sign-out.css';

/** So long the way out waits for the hub (ms), and so long between two tries of a desk that somebody has left. */
const PATIENCE_MS = 5_000;
const AGAIN_MS = 3_000;

/** Ends the sign-in. False where the hub was not reached or did not say so. */
async function endSignIn(): Promise<boolean> {
  try {
    return (await fetch('/sign-out', { method: 'POST', signal: AbortSignal.timeout(PATIENCE_MS) })).ok;
  } catch {
    return false;
  }
}

type Way =
  | { readonly stands: 'here' | 'leaving' | 'cut-off' | 'left' }
  /** So many edits would be thrown away. */
  | { readonly stands: 'unsent'; readonly count: number };

/**
 * The way out. Where edits still wait for the hub it says so first, and is pressed once more: leaving throws them away. Nothing is thrown away before
 * the hub has ended the sign-in; where it is out of reach, only whoever insists empties the browser, and the page then goes on asking the hub to end it.
 */
export function SignOut() {
  const say = useToast();
  const [way, turn] = useState<Way>({ stands: 'here' });
  const leave = async (): Promise<void> => {
    turn({ stands: 'leaving' });
    if (!(await endSignIn())) {
      turn({ stands: 'cut-off' });
      return void say({ sentence: offlineWords.signOut.cutOff });
    }
    await forgetKept();
    // A page of nobody is loaded afresh: nothing that was read stays in memory.
    location.assign('/');
  };
  const press = async (): Promise<void> => {
    const count = way.stands === 'unsent' ? 0 : (await countKept()) + unsentHere();
    if (count > 0) turn({ stands: 'unsent', count });
    else await leave();
  };
  const insist = async (): Promise<void> => {
    await forgetKept();
    turn({ stands: 'left' });
    while (!(await endSignIn())) await new Promise((again) => setTimeout(again, AGAIN_MS));
    location.assign('/');
  };
  if (way.stands === 'left') return createPortal(<Left />, document.body);
  return (
    <>
      <button
        type="button"
        className="button button-quiet"
        aria-disabled={way.stands === 'leaving' || undefined}
        onClick={() => void press()}
      >
        {way.stands === 'unsent' ? offlineWords.signOut.unsent(way.count) : appWords.signOut}
      </button>
      {way.stands === 'cut-off' ? (
        <button type="button" className="button button-quiet" onClick={() => void insist()}>
          {offlineWords.signOut.insist}
        </button>
      ) : null}
    </>
  );
}

/** What stands on the screen of a desk that somebody has left without the hub: nothing of what they read, and what is so. */
function Left() {
  return (
    <div className="left-desk" role="alertdialog" aria-modal="true" aria-labelledby="left-title">
      <h1 id="left-title">{offlineWords.signOut.left}</h1>
      <p>{offlineWords.signOut.leftMeans}</p>
      <p className="hint">{offlineWords.signOut.leftNext}</p>
    </div>
  );
}
