import { useState } from 'react';
import { AskDialog } from '../administration/ask-dialog';
import { TextField } from '../ui/text-field';
import { useToast } from '../ui/toasts';
import { eraDay } from '../words/era-date';
import { oversightWords } from '../words/oversight-words';
import { readerName } from './draft-table';
import { DecideDisclosureRow } from './oversight-changes';
import type { DisclosureRow } from './oversight-document';
import { useOrder } from './use-order';

const words = oversightWords.disclosures;
const choices = ['DISCLOSE', 'WITHHOLD', 'REFUSE_EXISTENCE'] as const;

/** Decides on one row, with a reason. */
export function DecideDialog({ row, close }: { row: DisclosureRow; close: () => void }) {
  const say = useToast();
  const [decision, setDecision] = useState(row.decision);
  const [reason, setReason] = useState(row.reason ?? (row.ground ? (words.ground[row.ground] ?? '') : ''));
  const { send, busy, problem } = useOrder(DecideDisclosureRow);
  const save = async (): Promise<void> => {
    if (!(await send({ input: { row: row.id, decision, reason, version: row.version } }))) return;
    say({ sentence: words.saved });
    close();
  };
  return (
    <AskDialog
      title={words.decideOf(readerName(row), eraDay(row.day))}
      submit={words.decide}
      busy={busy}
      problem={problem}
      send={save}
      close={close}
    >
      <fieldset className="decision-choice">
        <legend>{words.legend}</legend>
        {choices.map((each) => (
          <label key={each} className="check">
            <input type="radio" name="decision" checked={decision === each} onChange={() => setDecision(each)} />
            {words.decision[each]}
          </label>
        ))}
        {problem?.fields.decision ? <p className="fault">{problem.fields.decision}</p> : null}
      </fieldset>
      <TextField label={words.reason} value={reason} onChange={setReason} fault={problem?.fields.reason} most={200} isRequired />
    </AskDialog>
  );
}
