import { type FormEvent, useState } from 'react';
import type { Problem } from '../graphql/problem';
import { Button } from '../ui/button';
import { ProblemNote } from '../ui/problem-note';
import { TextField } from '../ui/text-field';
import { isFitting } from '../ui/text-length';
import { requestWords } from '../words/request-words';
import { PutOnAgenda, type TellingInput } from './session-changes';
import type { SessionData } from './session-data';
import { textLimits } from './text-limits';
import { useChange } from './use-change';

const words = requestWords.telling;
const most = textLimits.TellingOrder;
const nothing: TellingInput = { title: '', words: '' };

export const isTold = ({ title, words: told }: TellingInput): boolean => isFitting(title, most.title) && isFitting(told, most.words);

/** The words of a report or a fiction, as two fields. */
export function TellingFields({
  told,
  tell,
  hint,
  problem,
}: {
  told: TellingInput;
  tell: (told: TellingInput) => void;
  hint: string;
  problem: Problem | undefined;
}) {
  return (
    <>
      <TextField
        label={words.title}
        value={told.title}
        onChange={(title) => tell({ ...told, title })}
        fault={problem?.fields.title}
        isRequired
        most={most.title}
      />
      <TextField
        label={words.words}
        hint={hint}
        value={told.words}
        onChange={(text) => tell({ ...told, words: text })}
        fault={problem?.fields.words}
        isRequired
        most={most.words}
      />
    </>
  );
}

/** Writes a report, or a fiction for training, and puts it on the agenda. */
export function TellingForm({ session, kind, close }: { session: SessionData; kind: 'report' | 'fiction'; close: () => void }) {
  const [told, tell] = useState(nothing);
  const [problem, setProblem] = useState<Problem>();
  const [put, busy] = useChange(PutOnAgenda, { tell: false });
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (!isTold(told)) return;
    const outcome = await put({ session: session.id, [kind]: told });
    if (outcome.done) close();
    else setProblem(outcome.problem);
  };
  return (
    <form className="matters" onSubmit={(event) => void save(event)}>
      <h3>{words[kind]}</h3>
      <TellingFields told={told} tell={tell} hint={kind === 'fiction' ? words.fictionHint : words.reportHint} problem={problem} />
      {problem ? <ProblemNote problem={problem} /> : null}
      <div className="dialog-buttons">
        <Button weight="main" type="submit" isPending={busy} isDisabled={!isTold(told)}>
          {words.put}
        </Button>
      </div>
    </form>
  );
}
