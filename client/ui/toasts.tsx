import { createContext, type ReactNode, useCallback, useContext, useRef, useState } from 'react';
import { appWords as words } from '../words/app-words';

/** A sentence at the edge of the page, with a way back where there is one. */
export interface Toast {
  readonly sentence: string;
  readonly undo?: () => void;
}

const SHOWN_MS = 8_000;
const Say = createContext<(toast: Toast) => void>(() => undefined);

/** Says what happened, once, out of the way. The newest replaces the one before. */
export function Toasts({ children }: { children: ReactNode }) {
  const [toast, setToast] = useState<Toast | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const say = useCallback((next: Toast) => {
    clearTimeout(timer.current);
    setToast(next);
    timer.current = setTimeout(() => setToast(null), SHOWN_MS);
  }, []);
  const undo = (): void => {
    toast?.undo?.();
    setToast(null);
  };
  return (
    <Say value={say}>
      {children}
      <div className="toast" role="status">
        {toast ? <p>{toast.sentence}</p> : null}
        {toast?.undo ? (
          <button type="button" className="button" onClick={undo}>
            {words.undo}
          </button>
        ) : null}
      </div>
    </Say>
  );
}

/** The way to say something in the nearest `Toasts`. */
export function useToast(): (toast: Toast) => void {
  return useContext(Say);
}
