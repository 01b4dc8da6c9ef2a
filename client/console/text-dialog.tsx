import { type FormEvent, useState } from 'react';
import type { Problem } from '../graphql/problem';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { ProblemNote } from '../ui/problem-note';
import { TextField } from '../ui/text-field';
import { isFitting } from '../ui/text-length';
import { appWords } from '../words/app-words';
import type { Outcome } from './use-change';

interface TextDialogProps {
  readonly title: string;
  readonly label: string;
  readonly hint: string;
  readonly text: string;
  readonly most: number;
  /** The input's field, as the hub names it in a refusal. */
  readonly field: string;
  readonly busy: boolean;
  /** Whether nothing may be said. */
  readonly mayBeEmpty?: boolean;
  readonly save: (text: string) => Promise<Outcome<unknown>>;
  readonly close: () => void;
}

/** One line to write or to put right. What was typed stays when the hub refuses it. */
export function TextDialog({ title, label, hint, text, most, field, busy, mayBeEmpty = false, save, close }: TextDialogProps) {
  const [typed, type] = useState(text);
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
            {appWords.save}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
