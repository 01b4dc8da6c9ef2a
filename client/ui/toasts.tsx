import { createContext, type ReactNode, useCallback, useContext, useEffect, useState } from 'react';
import { appWords as words } from '../words/app-words';

/** A sentence at the edge of the page, with a way back where there is one. */
export interface Toast {
  readonly sentence: string;
  readonly undo?: () => void;
}

/** Says something, and gives the way to withdraw its way back: what has been overtaken can no longer be undone. */
export type Say = (toast: Toast) => () => void;

const SHOWN_MS = 8_000;
const Saying = createContext<Say>(() => () => undefined);

/** Says what happened, once, out of the way, and stays while one points at it. The newest replaces the one before. */
export function Toasts({ children }: { children: ReactNode }) {
  const [toast, setToast] = useState<Toast | null>(null);
  const [held, hold] = useState(false);
  const say = useCallback<Say>((next) => {
    setToast(next);
    return () => setToast((shown) => (shown === next ? { sentence: next.sentence } : shown));
  }, []);
  useEffect(() => {
    if (!toast || held) return;
    const timer = setTimeout(() => setToast(null), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [toast, held]);
  const undo = (): void => {
    toast?.undo?.();
    hold(false);
    setToast(null);
  };
  return (
    <Saying value={say}>
      {children}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: pointing at it only gives more time to read */}
      <div
        className="toast"
        // Heard and reached over a dialog too: what a dialog's button has done is said here.
        data-react-aria-top-layer
        onPointerEnter={() => hold(true)}
        onPointerLeave={() => hold(false)}
        onFocus={() => hold(true)}
        onBlur={() => hold(false)}
      >
        <p role="status">{toast?.sentence}</p>
        {toast?.undo ? (
          <button type="button" className="button" onClick={undo}>
            {words.undo}
          </button>
        ) : null}
      </div>
    </Saying>
  );
}

/** The way to say something in the nearest `Toasts`. */
export function useToast(): Say {
  return useContext(Saying);
}
