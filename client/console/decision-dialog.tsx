import { type FormEvent, useState } from 'react';
import type { Problem } from '../graphql/problem';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { ProblemNote } from '../ui/problem-note';
import { TextField } from '../ui/text-field';
import { isFitting } from '../ui/text-length';
import { appWords } from '../words/app-words';
import { tableWords } from '../words/table-words';
import { RecordOutcome } from './session-changes';
import type { CaseItemData } from './session-data';
import { textLimits } from './text-limits';
import { useChange } from './use-change';

const words = tableWords.item;
const MOST = textLimits.OutcomeOrder.decision;

/** Writes down what was decided on a case. The version that was opened is the one that is sent. */
export function DecisionDialog({ item, caseItem, close }: { item: string; caseItem: CaseItemData; close: () => void }) {
  const [decision, setDecision] = useState(caseItem.decision ?? '');
  const [problem, setProblem] = useState<Problem>();
  const [record, busy] = useChange(RecordOutcome, { tell: false });
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (!isFitting(decision, MOST)) return;
    const outcome = await record({ item, decision: decision.trim(), version: caseItem.version }, { decision: caseItem.decision });
    if (outcome.done) close();
    else setProblem(outcome.problem);
  };
  return (
    <Dialog title={words.decide} close={close}>
      <form onSubmit={(event) => void save(event)}>
        <TextField
          label={words.decision}
          value={decision}
          onChange={setDecision}
          fault={problem?.fields.decision}
          isRequired
          autoFocus
          most={MOST}
        />
        {problem ? <ProblemNote problem={problem} /> : null}
        <div className="dialog-buttons">
          <Button onPress={close}>{appWords.cancel}</Button>
          <Button weight="main" type="submit" isPending={busy} isDisabled={!isFitting(decision, MOST)}>
            {appWords.save}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
