import { type FormEvent, useState } from 'react';
import type { Outcome } from '../console/use-change';
import type { Problem } from '../graphql/problem';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { ProblemNote } from '../ui/problem-note';
import { TextField } from '../ui/text-field';
import { isFitting } from '../ui/text-length';
import { appWords } from '../words/app-words';

interface AnswerDialogProps {
  readonly title: string;
  readonly label: string;
  readonly hint: string;
  readonly most: number;
  /** The input's field, as the hub names it in a refusal. */
  readonly field: string;
  readonly send: string;
  /** Whether nothing may be said. */
  readonly mayBeEmpty?: boolean;
  readonly busy: boolean;
  readonly save: (text: string) => Promise<Outcome<unknown>>;
  readonly close: () => void;
}

/** What a desk answers, in one line. What was typed stays when the hub refuses it. */
export function AnswerDialog({ title, label, hint, most, field, send, mayBeEmpty = false, busy, save, close }: AnswerDialogProps) {
  const [typed, type] = useState('');
  const [problem, setProblem] = useState<Problem>();
  const isReady = isFitting(typed, most) || (mayBeEmpty && typed.trim() === '');
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (!isReady) return;
    const outcome = await save(typed.trim());
    if (outcome.done) close();
    else setProblem(outcome.problem);
  };
  return (
    <Dialog title={title} close={close}>
      <form onSubmit={(event) => void submit(event)}>
        <TextField
          label={label}
          hint={hint}
          value={typed}
          onChange={type}
          fault={problem?.fields[field]}
          isRequired={!mayBeEmpty}
          autoFocus
          most={most}
        />
        {problem ? <ProblemNote problem={problem} /> : null}
        <div className="dialog-buttons">
          <Button onPress={close}>{appWords.cancel}</Button>
          <Button weight="main" type="submit" isPending={busy} isDisabled={!isReady}>
            {send}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
