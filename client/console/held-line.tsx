import { Button } from '../ui/button';
import { consoleWords } from '../words/console-words';
import type { Held } from './session-data';
import { type Line, textOf, useHolding } from './use-holding';

const words = consoleWords.held;

/** Why a line is not on the wall. */
export function HeldNote({ held }: { held: Held | null }) {
  return held ? <span className="held">{words[held]}</span> : null;
}

/** Takes the line off the wall, or puts it there. */
export function HoldButton({ line }: { line: Line }) {
  const hold = useHolding();
  const { held, title } = textOf(line);
  const label = held ? words.release : words.park;
  return (
    <Button weight="quiet" onPress={() => void hold(line)} aria-label={`${label}：${title}`}>
      {label}
    </Button>
  );
}
