import { useKeys } from '../ui/use-keys';
import { isOutside, type SessionData } from './session-data';
import { useUndo } from './undo';
import type { AgendaChoice } from './use-agenda-choice';

interface Desk {
  readonly session: SessionData;
  readonly choice: AgendaChoice;
  readonly mayChange: boolean;
  readonly goTo: (step: number) => void;
  readonly bring: (item: string) => void;
  readonly show: (window: 'action' | 'role' | 'keys') => void;
  readonly print: () => void;
  /** Whether single keys act; `?` and Ctrl+Z always do. */
  readonly active: boolean;
}

/** The keys of the desk, as its help lists them. Whoever may only look can look by key too. */
export function useConsoleKeys({ session, choice, mayChange, goTo, bring, show, print, active }: Desk): void {
  const { undo } = useUndo();
  const change = (act: () => void) => () => (mayChange ? act() : undefined);
  const next = change(() => goTo(session.step + 1));
  const back = change(() => goTo(session.step - 1));
  useKeys({ '?': () => show('keys'), 'Ctrl+KeyZ': change(undo) }, true);
  useKeys(
    {
      KeyN: change(() => choice.shown && !isOutside(choice.shown) && show('action')),
      KeyR: change(() => choice.shown && !isOutside(choice.shown) && show('role')),
      ArrowRight: next,
      PageDown: next,
      ArrowLeft: back,
      PageUp: back,
      KeyJ: () => choice.move(1),
      KeyK: () => choice.move(-1),
      Enter: change(() => choice.picked && bring(choice.picked)),
      KeyP: () => (session.printing === 'none' ? undefined : print()),
    },
    active,
  );
}
