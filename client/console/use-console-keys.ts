import { useContext } from 'react';
import { useToast } from '../ui/toasts';
import { type KeyMap, useKeys } from '../ui/use-keys';
import { consoleWords } from '../words/console-words';
import { type Act, consoleKeys, keysOf } from './console-keys';
import { isOutside, type SessionData } from './session-data';
import { useUndo } from './undo';
import type { AgendaChoice } from './use-agenda-choice';
import { newestOf, useHolding } from './use-holding';
import { KeysNow } from './use-key-choice';
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
}

/** Listens for the keys of the desk, as the registry lists them and this person has changed them. Whoever may only look can look by key too. */
export function useConsoleKeys(desk: Desk): void {
  const keys = useContext(KeysNow);
  const acts = useActs(desk);
  const map: KeyMap = Object.fromEntries(consoleKeys.flatMap((key) => keysOf(key, keys).map((one) => [one, acts[key.act]])));
  useKeys(map);
}

/** What each act of the registry does on this desk. */
function useActs({
  session,
  choice,
  mayChange,
  goTo,
  bring,
  show,
  print,
  wall,
  turn,
  lettering,
  write,
}: Desk): Readonly<Record<Act, () => void>> {
  const { undo } = useUndo();
  const park = useParking(choice, session.focus === 'NOTES');
  const change = (act: () => void) => () => (mayChange ? act() : undefined);
  const onWall = (act: () => void) => change(() => (session.projected ? act() : undefined));
  const onItem = (act: () => void) => change(() => (choice.shown && !isOutside(choice.shown) ? act() : undefined));
  return {
    role: onItem(() => show('role')),
    action: onItem(() => show('action')),
    decision: onItem(() => show('decision')),
    next: change(() => goTo(session.step + 1)),
    back: change(() => goTo(session.step - 1)),
    quickAction: change(() => write('action')),
    quickNote: change(() => write('note')),
    focus: onWall(() => session.frontItem && turn()),
    slides: onWall(() => show('slides')),
    textStep: onWall(lettering.step),
    furigana: onWall(lettering.furigana),
    easy: onWall(lettering.easy),
    follow: choice.follows,
    down: () => choice.move(1),
    up: () => choice.move(-1),
    bring: change(() => choice.picked && bring(choice.picked)),
    hide: onWall(wall.hide),
    freeze: onWall(wall.freeze),
    park: onWall(park),
    pause: change(wall.pause),
    more: change(() => wall.stretch(1)),
    less: change(() => wall.stretch(-1)),
    undo: change(undo),
    recent: change(() => show('recent')),
    print: () => print?.(),
    help: () => show('keys'),
  };
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
