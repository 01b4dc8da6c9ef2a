import type { Focus } from '../display/board-document';
import { slideWords } from '../words/slide-words';
import { SetFocus } from './note-changes';
import type { SessionData } from './session-data';
import { useUndo } from './undo';
import { useChange } from './use-change';

/** Turns the wall: to the matter, to what was said to it, to what was agreed on, to an indicator. It can be taken back like any act. */
export interface Turning {
  readonly turn: (focus: Focus, indicator?: string) => void;
  /** From the matter to what was said to it, and back. */
  readonly notes: () => void;
}

export function useFocus(session: SessionData): Turning {
  const { did } = useUndo();
  const [set] = useChange(SetFocus);
  const { id, focus: before } = session;
  const last = session.indicator?.id;
  const turn: Turning['turn'] = (focus, indicator) =>
    void set({ session: id, focus, ...(indicator ? { indicator } : {}) }).then(({ done }) => {
      if (!done) return;
      did({
        sentence: slideWords.turned(slideWords.slides[focus].name),
        stands: (now) => now.focus === focus && (indicator === undefined || now.indicator?.id === indicator),
        back: async () => (await set({ session: id, focus: before, ...(before === 'INDICATOR' && last ? { indicator: last } : {}) })).done,
      });
    });
  return { turn, notes: () => turn(before === 'NOTES' ? 'MATTER' : 'NOTES') };
}
