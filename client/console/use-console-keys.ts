import { useToast } from '../ui/toasts';
import { useKeys } from '../ui/use-keys';
import { consoleWords } from '../words/console-words';
import { isOutside, type SessionData } from './session-data';
import { useUndo } from './undo';
import type { AgendaChoice } from './use-agenda-choice';
import { newestOf, useHolding } from './use-holding';
import type { LetteringControl } from './use-lettering-change';
import type { WallControl } from './use-wall';

interface Desk {
  readonly session: SessionData;
  readonly choice: AgendaChoice;
  readonly mayChange: boolean;
  readonly goTo: (step: number) => void;
  readonly bring: (item: string) => void;
  readonly show: (window: 'action' | 'role' | 'decision' | 'keys' | 'recent' | 'slides') => void;
  readonly print: (() => void) | undefined;
  readonly wall: WallControl;
  /** Turns the left of the wall. */
  readonly turn: () => void;
  readonly lettering: LetteringControl;
  /** Leads to the line of the recorder. */
  readonly write: (what: 'action' | 'note') => void;
  /** Whether single keys act; `?` and Ctrl+Z always do. */
  readonly active: boolean;
}

/** The keys of the desk, as its help lists them. Whoever may only look can look by key too. */
export function useConsoleKeys({ session, choice, mayChange, goTo, bring, show, print, wall, turn, lettering, write, active }: Desk): void {
  const { undo } = useUndo();
  const park = useParking(choice, session.focus === 'NOTES');
  const change = (act: () => void) => () => (mayChange ? act() : undefined);
  const next = change(() => goTo(session.step + 1));
  const back = change(() => goTo(session.step - 1));
  useKeys({ '?': () => show('keys'), 'Ctrl+KeyZ': change(undo) }, true);
  useKeys(
    {
      KeyN: change(() => choice.shown && !isOutside(choice.shown) && show('action')),
      KeyR: change(() => choice.shown && !isOutside(choice.shown) && show('role')),
      KeyD: change(() => choice.shown && !isOutside(choice.shown) && show('decision')),
      ArrowRight: next,
      PageDown: next,
      ArrowLeft: back,
      PageUp: back,
      KeyL: change(() => write('action')),
      KeyI: change(() => write('note')),
      KeyU: change(() => show('recent')),
      KeyO: choice.follows,
      KeyJ: () => choice.move(1),
      KeyK: () => choice.move(-1),
      Enter: change(() => choice.picked && bring(choice.picked)),
      KeyP: () => print?.(),
      ...(session.projected
        ? {
            KeyB: change(wall.hide),
            '.': change(wall.hide),
            KeyF: change(wall.freeze),
            KeyX: change(park),
            KeyV: change(() => session.frontItem && turn()),
            KeyG: change(() => show('slides')),
            KeyZ: change(lettering.step),
            KeyY: change(lettering.furigana),
            KeyH: change(lettering.easy),
          }
        : {}),
      Space: change(wall.pause),
      '+': change(() => wall.stretch(1)),
      '-': change(() => wall.stretch(-1)),
    },
    active,
  );
}

/** Takes the newest line of the item on the desk off the wall: one key, for what should not have been said. */
function useParking({ shown }: AgendaChoice, notesFirst: boolean): () => void {
  const hold = useHolding();
  const say = useToast();
  return () => {
    const line = shown && newestOf(shown, notesFirst);
    if (line) void hold(line);
    else say({ sentence: consoleWords.held.nothing });
  };
}
