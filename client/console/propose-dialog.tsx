import { type FormEvent, useState } from 'react';
import type { Problem } from '../graphql/problem';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { ProblemNote } from '../ui/problem-note';
import { TextField } from '../ui/text-field';
import { isFitting } from '../ui/text-length';
import { appWords } from '../words/app-words';
import { eraDate } from '../words/era-date';
import { proposalWords as words } from '../words/proposal-words';
import { Propose } from './proposal-changes';
import { textLimits } from './text-limits';
import { useChange } from './use-change';

const most = textLimits.ProposeOrder;

/** Puts a proposal forward: to whom, what, and by when they answer. */
export function ProposeDialog({ session, close }: { session: string; close: () => void }) {
  const [addressee, setAddressee] = useState('');
  const [title, setTitle] = useState('');
  const [answerBy, setAnswerBy] = useState('');
  const [problem, setProblem] = useState<Problem>();
  const [propose, busy] = useChange(Propose, { tell: false });
  const isWhole = isFitting(addressee, most.addressee) && isFitting(title, most.title) && answerBy !== '';
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (!isWhole) return;
    const outcome = await propose({ session, addressee: addressee.trim(), title: title.trim(), answerBy });
    if (outcome.done) close();
    else setProblem(outcome.problem);
  };
  return (
    <Dialog title={words.add} close={close}>
      <form onSubmit={(event) => void submit(event)}>
        <TextField
          label={words.addressee}
          value={addressee}
          onChange={setAddressee}
          fault={problem?.fields.addressee}
          isRequired
          autoFocus
          most={most.addressee}
        />
        <TextField
          label={words.what}
          hint={words.whatHint}
          value={title}
          onChange={setTitle}
          fault={problem?.fields.title}
          isRequired
          most={most.title}
        />
        <TextField
          label={words.answerBy}
          type="date"
          hint={answerBy ? eraDate(answerBy) : undefined}
          value={answerBy}
          onChange={setAnswerBy}
          fault={problem?.fields.answerBy}
          isRequired
        />
        {problem ? <ProblemNote problem={problem} /> : null}
        <div className="dialog-buttons">
          <Button onPress={close}>{appWords.cancel}</Button>
          <Button weight="main" type="submit" isPending={busy} isDisabled={!isWhole}>
            {appWords.save}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
