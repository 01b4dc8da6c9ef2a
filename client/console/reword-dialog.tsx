import { useState } from 'react';
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
  const [{ id, title: before, version: opened }] = useState(note);
  const save = async (title: string) => {
    const outcome = await reword({ note: id, title, version: opened }, { title: before });
    if (!outcome.done) return outcome;
    const { version } = outcome.answer.rewordNote;
    did({
      sentence: words.reworded(title),
      stands: (session) => noteIn(session, id)?.title === title,
      back: async () => (await reword({ note: id, title: before, version }, { title })).done,
    });
    return outcome;
  };
  const field = { field: 'title', most: textLimits.RewordNoteOrder.title, text: before };
  return <TextDialog title={words.reword} label={words.what} hint={words.whatHint} {...field} busy={busy} save={save} close={close} />;
}
