import { type FormEvent, useState } from 'react';
import type { Problem } from '../graphql/problem';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { ProblemNote } from '../ui/problem-note';
import { TextField } from '../ui/text-field';
import { isFitting } from '../ui/text-length';
import { consoleWords } from '../words/console-words';
import { planOf } from './move-session';
import { CancelSession, UncancelSession } from './session-changes';
import type { SessionData } from './session-data';
import { textLimits } from './text-limits';
import { useUndo } from './undo';
import { useChange } from './use-change';

const words = consoleWords.cancel;
const most = textLimits.CancelOrder;

/** Calls a session off that has not opened, as it stood when the dialog was opened. */
export function CancelDialog({ session, close }: { session: SessionData; close: () => void }) {
  const { did } = useUndo();
  const [{ seen, version }] = useState(() => ({ seen: { status: session.status, ...planOf(session) }, version: session.version }));
  const [reason, write] = useState('');
  const [problem, setProblem] = useState<Problem>();
  const [cancel, busy] = useChange(CancelSession, { tell: false });
  const [uncancel] = useChange(UncancelSession);
  const isComplete = isFitting(reason, most.reason);
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (!isComplete) return;
    const cancelled = (answer: { readonly cancelSession: { readonly version: number } }): void =>
      did({
        sentence: words.done,
        stands: (now) => now.status === 'CANCELLED',
        revives: true,
        back: async () => (await uncancel({ session: session.id, version: answer.cancelSession.version })).done,
      });
    const outcome = await cancel({ session: session.id, reason: reason.trim(), version }, seen, cancelled);
    if (outcome.done || !outcome.problem) close();
    else setProblem(outcome.problem);
  };
  return (
    <Dialog title={words.title} close={close}>
      <form onSubmit={(event) => void save(event)}>
        <TextField
          label={words.reason}
          hint={words.reasonHint}
          value={reason}
          onChange={write}
          fault={problem?.fields.reason}
          isRequired
          most={most.reason}
          autoFocus
        />
        <p className="hint">{words.hint}</p>
        {problem ? <ProblemNote problem={problem} /> : null}
        <div className="dialog-buttons">
          <Button onPress={close}>{words.keep}</Button>
          <Button weight="main" type="submit" isPending={busy} isDisabled={!isComplete}>
            {words.open}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
