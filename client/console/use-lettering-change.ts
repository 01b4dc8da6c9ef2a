import { useEffect, useRef } from 'react';
import type { Lettering } from '../display/board-document';
import type { SessionData } from './session-data';
import { useChange } from './use-change';
import { SetLettering } from './wall-changes';

const steps = ['STANDARD', 'LARGE', 'LARGEST'] as const satisfies readonly Lettering['textStep'][];
const furiganas = ['OFF', 'TERMS', 'ALL'] as const satisfies readonly Lettering['furigana'][];

/** How the wall is read, as the desk sets it. */
export interface LetteringControl {
  readonly set: (change: Partial<Lettering>) => void;
  /** The next step of text, or of furigana, round and round. */
  readonly step: () => void;
  readonly furigana: () => void;
  readonly easy: () => void;
}

/** A key that is pressed twice goes two steps on, also while the first is on its way: what was wanted last counts until the board tells of it. */
export function useLetteringChange({ id, textStep, furigana, easy }: SessionData): LetteringControl {
  const [change] = useChange(SetLettering);
  const wanted = useRef<Partial<Lettering>>({});
  const waiting = useRef<Partial<Lettering>>(undefined);
  const isSending = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the board has told how the wall is read now
  useEffect(() => {
    if (!isSending.current) wanted.current = {};
  }, [textStep, furigana, easy]);
  const send = async (): Promise<void> => {
    if (isSending.current) return;
    isSending.current = true;
    while (waiting.current) {
      const order = waiting.current;
      waiting.current = undefined;
      if (!(await change({ session: id, ...order })).done) wanted.current = {};
    }
    isSending.current = false;
  };
  const set = (next: Partial<Lettering>): void => {
    wanted.current = { ...wanted.current, ...next };
    waiting.current = { ...waiting.current, ...next };
    void send();
  };
  const now = (): Lettering => ({ textStep, furigana, easy, ...wanted.current });
  return {
    set,
    step: () => set({ textStep: after(steps, now().textStep) }),
    furigana: () => set({ furigana: after(furiganas, now().furigana) }),
    easy: () => set({ easy: !now().easy }),
  };
}

function after<Value>(values: readonly Value[], value: Value): Value {
  return values[(values.indexOf(value) + 1) % values.length] ?? value;
}
