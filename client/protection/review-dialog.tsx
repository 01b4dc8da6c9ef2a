import { useState } from 'react';
import { AskDialog } from '../administration/ask-dialog';
import { Choice } from '../ui/choice';
import { TextField } from '../ui/text-field';
import { useToast } from '../ui/toasts';
import { glassWords } from '../words/protection-words';
import { type GlassData, ReviewGlass } from './glass-documents';
import { useGuarding } from './use-guarding';

const words = glassWords.review;
const outcomes = Object.entries(words.outcomes).map(([id, name]) => ({ id, name }));

/** Says whether it was right to open somebody. */
export function ReviewDialog({ glass, close }: { glass: GlassData; close: () => void }) {
  const say = useToast();
  const [outcome, setOutcome] = useState<string | null>(null);
  const [note, setNote] = useState('');
  const [missing, setMissing] = useState(false);
  const { send, busy, problem } = useGuarding(ReviewGlass);
  const review = async (): Promise<void> => {
    setMissing(outcome === null);
    if (outcome === null || !(await send({ input: { glass: glass.id, version: glass.version, outcome, note } }))) return;
    say({ sentence: words.done });
    close();
  };
  const what = words.what(glass.caseCode, glass.staff?.name ?? '');
  return (
    <AskDialog title={words.openOf(what)} submit={words.submit} busy={busy} problem={problem} send={review} close={close}>
      <p>{words.reason(glassWords.categories[glass.category], glass.reason)}</p>
      <Choice
        label={words.outcome}
        none={glassWords.chooseCategory}
        options={outcomes}
        value={outcome}
        choose={setOutcome}
        {...(missing ? { fault: glassWords.chooseCategory } : {})}
      />
      <TextField label={words.note} most={400} value={note} onChange={setNote} fault={problem?.fields.note} isRequired />
    </AskDialog>
  );
}
