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

export function useLetteringChange({ id, textStep, furigana, easy }: SessionData): LetteringControl {
  const [change] = useChange(SetLettering);
  const set = (next: Partial<Lettering>): void => void change({ session: id, ...next });
  return {
    set,
    step: () => set({ textStep: after(steps, textStep) }),
    furigana: () => set({ furigana: after(furiganas, furigana) }),
    easy: () => set({ easy: !easy }),
  };
}

function after<Value>(values: readonly Value[], value: Value): Value {
  return values[(values.indexOf(value) + 1) % values.length] ?? value;
}
