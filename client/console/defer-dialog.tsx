import { type FormEvent, useState } from 'react';
import type { Problem } from '../graphql/problem';
import { Button } from '../ui/button';
import { Choice } from '../ui/choice';
import { Dialog } from '../ui/dialog';
import { ProblemNote } from '../ui/problem-note';
import { TextField } from '../ui/text-field';
import { isFitting } from '../ui/text-length';
import { appWords } from '../words/app-words';
import { closingWords } from '../words/closing-words';
import { DeferPoint } from './closing-changes';
import { textLimits } from './text-limits';
import { useChange } from './use-change';
import { useColleagues } from './use-colleagues';

const words = closingWords.defer;
const MOST = textLimits.DeferOrder.reason;

interface DeferDialogProps {
  readonly session: string;
  readonly point: string;
  /** What is put off, in its own words. */
  readonly title: string;
  readonly close: () => void;
}

/** Puts an open point off: why, and who sees to it until the next time. */
export function DeferDialog({ session, point, title, close }: DeferDialogProps) {
  const colleagues = useColleagues();
  const [reason, setReason] = useState('');
  const [owner, setOwner] = useState<string | null>(null);
  const [asked, ask] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const [defer, busy] = useChange(DeferPoint, { tell: false });
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    ask(true);
    if (!owner || !isFitting(reason, MOST)) return;
    const outcome = await defer({ session, point, reason: reason.trim(), owner });
    if (outcome.done) close();
    else setProblem(outcome.problem);
  };
  return (
    <Dialog title={words.title} close={close}>
      <p>
        <strong>{title}</strong>
      </p>
      <p className="hint">{words.hint}</p>
      <form onSubmit={(event) => void submit(event)}>
        <TextField
          label={words.reason}
          value={reason}
          onChange={setReason}
          fault={problem?.fields.reason}
          isRequired
          autoFocus
          most={MOST}
        />
        <Choice
          label={words.owner}
          none={words.nobody}
          options={colleagues}
          value={owner}
          choose={setOwner}
          fault={problem?.fields.owner ?? (asked && !owner ? words.ownerFault : undefined)}
        />
        {problem ? <ProblemNote problem={problem} /> : null}
        <div className="dialog-buttons">
          <Button onPress={close}>{appWords.cancel}</Button>
          <Button weight="main" type="submit" isPending={busy} isDisabled={!isFitting(reason, MOST)}>
            {words.save}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
