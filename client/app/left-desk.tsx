import { type ReactNode, useEffect, useSyncExternalStore } from 'react';
import { forgetKept } from '../offline/kept';
import { endAtLast, isLeft, onLeft } from '../offline/left';
import { offlineWords } from '../words/offline-words';

/** The page, unless somebody has left this browser: then nothing of it is there any more, no key and no line to the hub. */
export function UnlessLeft({ children }: { children: ReactNode }) {
  return useSyncExternalStore(onLeft, isLeft) ? <Left /> : children;
}

/** What stands on the screen of a desk that somebody has left without the hub: nothing of what they read, and what is so. */
function Left() {
  useEffect(() => void forgetKept().then(endAtLast), []);
  return (
    <main className="panel narrow">
      <h1>{offlineWords.signOut.left}</h1>
      <p>{offlineWords.signOut.leftMeans}</p>
    </main>
  );
}
