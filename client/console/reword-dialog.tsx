import { duringWords } from '../words/during-words';
import { RewordNote } from './note-changes';
import { type NoteData, noteIn } from './session-data';
import { TextDialog } from './text-dialog';
import { textLimits } from './text-limits';
import { useUndo } from './undo';
import { useChange } from './use-change';

const words = duringWords.notes;

/** Rewords what was said: `note` as it stood when the dialog was opened. */
export function RewordDialog({ note, close }: { note: NoteData; close: () => void }) {
  const { did } = useUndo();
  const [reword, busy] = useChange(RewordNote, { tell: false });
  const save = (title: string, { id, title: before, version: opened }: NoteData) =>
    reword({ note: id, title, version: opened }, { title: before }, ({ rewordNote: { version } }) =>
      did({
        sentence: words.reworded(title),
        stands: (session) => noteIn(session, id)?.title === title,
        back: async () => (await reword({ note: id, title: before, version }, { title })).done,
      }),
    );
  const field = { field: 'title', most: textLimits.RewordNoteOrder.title, text: note.title, base: note, place: `reword:${note.id}` };
  return <TextDialog title={words.reword} label={words.what} hint={words.whatHint} {...field} busy={busy} save={save} close={close} />;
}
