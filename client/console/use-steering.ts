import { useToast } from '../ui/toasts';
import { consoleWords } from '../words/console-words';
import { itemName } from './item-name';
import { BringToFront, MoveOn } from './session-changes';
import type { SessionData } from './session-data';
import { useChange } from './use-change';

/** What moves the whole room: the step, and what stands at the front. Steps outside the list are ignored, so that a held key does no harm. */
export function useSteering(session: SessionData): { goTo: (step: number) => void; bring: (item: string) => void } {
  const say = useToast();
  const [moveOn] = useChange(MoveOn);
  const [bringToFront] = useChange(BringToFront);
  const goTo = (step: number): void => {
    if (step >= 0 && step < session.steps.length) void moveOn({ session: session.id, step, version: session.version });
  };
  const bring = async (id: string): Promise<void> => {
    const before = session.frontItem?.id ?? null;
    const item = session.agenda.find((one) => one.id === id);
    if (!item || id === before) return;
    const outcome = await bringToFront({ session: session.id, item: id, version: session.version });
    if (!outcome.done) return;
    const { version } = outcome.answer.bringToFront;
    const undo = (): void => void bringToFront({ session: session.id, item: before, version });
    say({ sentence: consoleWords.agenda.brought(itemName(item)), undo });
  };
  return { goTo, bring: (id) => void bring(id) };
}
