import { useState } from 'react';
import { unsentHere } from '../offline/held-here';
import { countKept, forgetKept } from '../offline/kept';
import { useToast } from '../ui/toasts';
import { appWords } from '../words/app-words';
import { offlineWords } from '../words/offline-words';

/** The way out. Where edits still wait for the hub it says so first, and is pressed once more: leaving throws them away. */
export function SignOut() {
  const say = useToast();
  const [unsent, warn] = useState(0);
  const press = async (): Promise<void> => {
    const waiting = unsent || (await countKept()) + unsentHere();
    if (waiting > 0 && !unsent) return warn(waiting);
    await forgetKept();
    try {
      await fetch('/sign-out', { method: 'POST' });
    } catch {
      return void say({ sentence: offlineWords.signOutOffline });
    }
    // A page of nobody is loaded afresh: nothing that was read stays in memory.
    location.assign('/');
  };
  return (
    <button type="button" className="button button-quiet" onClick={() => void press()}>
      {unsent ? offlineWords.unsent(unsent) : appWords.signOut}
    </button>
  );
}
