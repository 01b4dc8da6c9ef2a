import { type FormEvent, useState } from 'react';
import type { Problem } from '../graphql/problem';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { ProblemNote } from '../ui/problem-note';
import { TextField } from '../ui/text-field';
import { isFitting } from '../ui/text-length';
import { appWords } from '../words/app-words';
import { DraftNote } from './draft-note';
import { isTaken, type Outcome } from './use-change';
import { useDraft } from './use-draft';

interface TextDialogProps<Base> {
  readonly title: string;
  readonly label: string;
  readonly hint: string;
  /** Where a draft of it is kept. */
  readonly place: string;
  /** The row as it stood when the dialog was opened, or the draft begun: what is written is held against this one. */
  readonly base: Base;
  readonly text: string;
  readonly most: number;
  /** The input's field, as the hub names it in a refusal. */
  readonly field: string;
  readonly busy: boolean;
  /** What the button says that sends it; 「保存する」 without a word of its own. */
  readonly act?: string;
  readonly save: (text: string, base: Base) => Promise<Outcome<unknown>>;
  readonly close: () => void;
}

/** One line to write or to put right. What was typed stays when the hub refuses it, and when the window is closed without a word. */
export function TextDialog<Base>({ title, label, hint, place, base, text, most, field, busy, act, save, close }: TextDialogProps<Base>) {
  const { draft, write, found, drop } = useDraft(place, { typed: text, base });
  const [problem, setProblem] = useState<Problem>();
  const { typed } = draft;
  const leave = (): void => {
    drop();
    close();
  };
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (!isFitting(typed, most)) return;
    const outcome = await save(typed.trim(), draft.base);
    if (isTaken(outcome)) leave();
    else setProblem(outcome.done ? undefined : outcome.problem);
  };
  return (
    <Dialog title={title} close={close}>
      <form onSubmit={(event) => void submit(event)}>
        <TextField
          label={label}
          hint={hint}
          value={typed}
          onChange={(next) => write({ ...draft, typed: next })}
          fault={problem?.fields[field]}
          isRequired
          autoFocus
          most={most}
        />
        <DraftNote found={found} drop={drop} />
        {problem ? <ProblemNote problem={problem} /> : null}
        <div className="dialog-buttons">
          <Button onPress={leave}>{appWords.cancel}</Button>
          <Button weight="main" type="submit" isPending={busy} isDisabled={!isFitting(typed, most)}>
            {act ?? appWords.save}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
