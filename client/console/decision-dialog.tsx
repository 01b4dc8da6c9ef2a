import { type FormEvent, useState } from 'react';
import type { Problem } from '../graphql/problem';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { ProblemNote } from '../ui/problem-note';
import { TextField } from '../ui/text-field';
import { isFitting } from '../ui/text-length';
import { appWords } from '../words/app-words';
import { closingWords } from '../words/closing-words';
import { RecordDecision, RewordDecision } from './closing-changes';
import type { DecisionData } from './closing-data';
import { decisionIn } from './session-data';
import { textLimits } from './text-limits';
import { useUndo } from './undo';
import { useChange } from './use-change';

const words = closingWords.decisions;
const MOST = textLimits.OutcomeOrder.title;

interface DecisionDialogProps {
  readonly item: string;
  /** The decision as it stood when the dialog was opened; none to write one. */
  readonly decision?: DecisionData;
  readonly close: () => void;
}

/** Writes down what was decided, or puts it right. What was typed stays when the hub refuses it. */
export function DecisionDialog({ item, decision, close }: DecisionDialogProps) {
  const [title, setTitle] = useState(decision?.title ?? '');
  const [problem, setProblem] = useState<Problem>();
  const [save, busy] = useSaving(item, decision);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (!isFitting(title, MOST)) return;
    const refused = await save(title.trim());
    if (refused) setProblem(refused);
    else close();
  };
  return (
    <Dialog title={decision ? words.reword : words.add} close={close}>
      <form onSubmit={(event) => void submit(event)}>
        <TextField
          label={words.what}
          hint={words.whatHint}
          value={title}
          onChange={setTitle}
          fault={problem?.fields.title}
          isRequired
          autoFocus
          most={MOST}
        />
        {problem ? <ProblemNote problem={problem} /> : null}
        <div className="dialog-buttons">
          <Button onPress={close}>{appWords.cancel}</Button>
          <Button weight="main" type="submit" isPending={busy} isDisabled={!isFitting(title, MOST)}>
            {appWords.save}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

/** Answers what was refused. A decision that is reworded can be put back; one that was added is reworded. */
function useSaving(item: string, decision: DecisionData | undefined): readonly [(title: string) => Promise<Problem | undefined>, boolean] {
  const { did } = useUndo();
  const [record, recording] = useChange(RecordDecision, { tell: false });
  const [reword, rewording] = useChange(RewordDecision, { tell: false });
  const save = async (title: string): Promise<Problem | undefined> => {
    if (!decision) {
      const recorded = await record({ item, title });
      return recorded.done ? undefined : recorded.problem;
    }
    const { id, title: before } = decision;
    const outcome = await reword({ decision: id, title, version: decision.version }, { title: before });
    if (!outcome.done) return outcome.problem;
    const { version } = outcome.answer.rewordDecision;
    did({
      sentence: words.reworded(title),
      stands: (session) => decisionIn(session, id)?.title === title,
      back: async () => (await reword({ decision: id, title: before, version }, { title })).done,
    });
    return undefined;
  };
  return [save, recording || rewording];
}
