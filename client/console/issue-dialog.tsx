import { duringWords } from '../words/during-words';
import { RaiseIssue } from './note-changes';
import type { NoteData } from './session-data';
import { TextDialog } from './text-dialog';
import { textLimits } from './text-limits';
import { useChange } from './use-change';

const words = duringWords.notes;

/** Raises a gap as a community issue; somebody else approves it before it stands on the agenda. */
export function IssueDialog({ note, close }: { note: NoteData; close: () => void }) {
  const [raise, busy] = useChange(RaiseIssue, { tell: false });
  const field = { field: 'description', most: textLimits.IssueOrder.description, text: '', base: note, place: `issue:${note.id}` };
  const save = (description: string, { id, version }: NoteData) => raise({ note: id, description, version }, {});
  return (
    <TextDialog
      title={words.raiseTitle(note.title)}
      label={words.describe}
      hint={words.describeHint}
      {...field}
      busy={busy}
      save={save}
      close={close}
    />
  );
}
