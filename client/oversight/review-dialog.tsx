import { useState } from 'react';
import { AskDialog } from '../administration/ask-dialog';
import { TextField } from '../ui/text-field';
import { useToast } from '../ui/toasts';
import { eraDay } from '../words/era-date';
import { oversightWords } from '../words/oversight-words';
import { ReviewReads } from './oversight-changes';
import type { ReadReview } from './oversight-document';
import { useOrder } from './use-order';

const words = oversightWords.reviews;

/** Marks a day of a colleague's as looked at. */
export function ReviewDialog({ review: { staff, day }, close }: { review: ReadReview; close: () => void }) {
  const say = useToast();
  const [note, setNote] = useState('');
  const { send, busy, problem } = useOrder(ReviewReads);
  const mark = async (): Promise<void> => {
    if (!(await send({ input: { staff: staff?.id ?? '', day, note: note || null } }))) return;
    say({ sentence: words.marked });
    close();
  };
  return (
    <AskDialog
      title={words.markOf(staff?.name ?? '', eraDay(day))}
      submit={words.mark}
      busy={busy}
      problem={problem}
      send={mark}
      close={close}
    >
      <TextField
        label={words.note}
        hint={words.noteHint}
        value={note}
        onChange={setNote}
        fault={problem?.fields.note}
        most={200}
        autoFocus
      />
    </AskDialog>
  );
}
