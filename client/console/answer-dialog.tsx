import { type FormEvent, useState } from 'react';
import type { Problem } from '../graphql/problem';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { ProblemNote } from '../ui/problem-note';
import { TextField } from '../ui/text-field';
import { isFitting } from '../ui/text-length';
import { appWords } from '../words/app-words';
import { cityDay, eraDate } from '../words/era-date';
import { proposalWords as words } from '../words/proposal-words';
import { AnswerProposal } from './proposal-changes';
import type { ProposalData } from './proposal-data';
import { textLimits } from './text-limits';
import { useChange } from './use-change';

const MOST = textLimits.AnswerOrder.answer;

/** Writes down what was answered to a proposal, as it stood when the dialog was opened. */
export function AnswerDialog({ proposal, close }: { proposal: ProposalData; close: () => void }) {
  const [answer, setAnswer] = useState(proposal.answer ?? '');
  const [answeredOn, setAnsweredOn] = useState(proposal.answeredOn ?? cityDay());
  const [problem, setProblem] = useState<Problem>();
  const [write, busy] = useChange(AnswerProposal, { tell: false });
  const isWhole = isFitting(answer, MOST) && answeredOn !== '';
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (!isWhole) return;
    const order = { proposal: proposal.id, answer: answer.trim(), answeredOn, version: proposal.version };
    const outcome = await write(order, { answer: proposal.answer });
    if (outcome.done) close();
    else setProblem(outcome.problem);
  };
  return (
    <Dialog title={words.answerTitle} close={close}>
      <p>
        <strong>{proposal.title}</strong>
      </p>
      <form onSubmit={(event) => void submit(event)}>
        <TextField
          label={words.answerText}
          value={answer}
          onChange={setAnswer}
          fault={problem?.fields.answer}
          isRequired
          autoFocus
          most={MOST}
        />
        <TextField
          label={words.answeredOn}
          type="date"
          hint={answeredOn ? eraDate(answeredOn) : undefined}
          value={answeredOn}
          onChange={setAnsweredOn}
          fault={problem?.fields.answeredOn}
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
