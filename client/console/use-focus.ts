import { duringWords } from '../words/during-words';
import { SetFocus } from './note-changes';
import type { SessionData } from './session-data';
import { useUndo } from './undo';
import { useChange } from './use-change';

/** Turns the left of the wall from the matter to what was said to it, and back. */
export function useFocus(session: SessionData): () => void {
  const { did } = useUndo();
  const [set] = useChange(SetFocus);
  const { id, focus: before } = session;
  const focus = before === 'NOTES' ? 'MATTER' : 'NOTES';
  return () =>
    void set({ session: id, focus }).then(({ done }) => {
      if (!done) return;
      did({
        sentence: duringWords.notes.focused[focus],
        stands: (now) => now.focus === focus,
        back: async () => (await set({ session: id, focus: before })).done,
      });
    });
}
