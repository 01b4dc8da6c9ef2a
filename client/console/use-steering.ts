import { consoleWords } from '../words/console-words';
import { tableWords } from '../words/table-words';
import { itemName } from './item-name';
import { BringToFront, MoveOn } from './session-changes';
import type { SessionData } from './session-data';
import { useUndo } from './undo';
import { useChange } from './use-change';

/** What moves the whole room: the step, and what stands at the front. */
export interface Steering {
  /** Steps outside the list are ignored, so that a held key does no harm. */
  readonly goTo: (step: number) => void;
  /** Resolves to whether the item stands at the front now. */
  readonly bring: (item: string) => Promise<boolean>;
}

export function useSteering(session: SessionData): Steering {
  const { did } = useUndo();
  const [moveOn] = useChange(MoveOn);
  const [bringToFront] = useChange(BringToFront);
  const goTo = (step: number): void => {
    if (step < 0 || step >= session.steps.length) return;
    // The other arrow is its way back: Ctrl+Z is for what stands on the board.
    void moveOn({ session: session.id, step, version: session.version }, { step: session.step });
  };
  const bring = async (id: string): Promise<boolean> => {
    const before = session.frontItem?.id ?? null;
    const item = session.agenda.find((one) => one.id === id);
    if (!item || id === before) return false;
    const outcome = await bringToFront({ session: session.id, item: id, version: session.version }, { frontItem: before });
    if (!outcome.done) return false;
    const { version } = outcome.answer.bringToFront;
    did({
      sentence: (session.projected ? consoleWords.agenda : tableWords.calm).brought(itemName(item)),
      stands: ({ frontItem }) => frontItem?.id === id,
      // What had never been shown waits again: a slip of the hand must not leave it "done".
      back: async () => {
        const leaving = item.state === 'WAITING' ? 'WAITING' : 'DONE';
        return (await bringToFront({ session: session.id, item: before, leaving, version }, { frontItem: id })).done;
      },
    });
    return true;
  };
  return { goTo, bring };
}
