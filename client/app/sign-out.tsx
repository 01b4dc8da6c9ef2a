import { useState } from 'react';
import { unsentHere } from '../offline/held-here';
import { countKept, forgetKept } from '../offline/kept';
import { endSignIn, leaveNow } from '../offline/left';
import { useToast } from '../ui/toasts';
import { appWords } from '../words/app-words';
import { offlineWords } from '../words/offline-words';

type Way =
  | { readonly stands: 'here' | 'leaving' | 'cut-off' }
  /** So many edits would be thrown away. */
  | { readonly stands: 'unsent'; readonly count: number };

/**
 * The way out. Where edits still wait for the hub it says so first, and is pressed once more: leaving throws them away. Nothing is thrown away before
 * the hub has ended the sign-in; where it is out of reach, only whoever insists empties the browser, and its pages then go on asking the hub to end it.
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
    leaveNow();
  };
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
