import { type FormEvent, useState } from 'react';
import type { Problem } from '../graphql/problem';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { ProblemNote } from '../ui/problem-note';
import { TextField } from '../ui/text-field';
import { isFitting } from '../ui/text-length';
import { useToast } from '../ui/toasts';
import { appWords } from '../words/app-words';
import { correctionWords as words } from '../words/correction-words';
import { CorrectRecord } from './correction-data';
import type { SessionData } from './session-data';
import { textLimits } from './text-limits';
import { useChange } from './use-change';

const most = textLimits.CorrectOrder;

/** What is put right: a line, an item where something was left out, or the session itself. */
export interface Correcting {
  readonly line?: string;
  readonly was?: string;
  readonly item?: string;
}

/** Writes down what should stand in a record that is closed, and why. */
export function CorrectDialog({ session, what, close }: { session: SessionData; what: Correcting; close: () => void }) {
  const say = useToast();
  const { line, was, item } = what;
  const [title, setTitle] = useState(was ?? '');
  const [reason, setReason] = useState('');
  const [masks, mask] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const [correct, busy] = useChange(CorrectRecord, { tell: false });
  const isComplete = isFitting(title, most.title) && isFitting(reason, most.reason) && title.trim() !== was;
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (!isComplete) return;
    const subject = line ? { line, masks } : item ? { item } : {};
    const outcome = await correct({ session: session.id, title: title.trim(), reason: reason.trim(), ...subject });
    if (!outcome.done) return setProblem(outcome.problem);
    say({ sentence: session.correctedByTwo ? words.madeForTwo : words.made });
    close();
  };
  return (
    <Dialog title={line ? words.open : item ? words.leftOut : words.session} close={close}>
      <form onSubmit={(event) => void save(event)}>
        <p className="hint">{line || item ? words.hint : words.sessionHint}</p>
        {was ? (
          <p>
            {words.was} <del>{was}</del>
          </p>
        ) : null}
        <TextField
          label={item ? words.leftOutWhat : words.what}
          value={title}
          onChange={setTitle}
          fault={problem?.fields.title}
          isRequired
          autoFocus
          most={most.title}
        />
        <TextField
          label={words.why}
          hint={session.correctedByTwo ? words.second : undefined}
          value={reason}
          onChange={setReason}
          fault={problem?.fields.reason}
          isRequired
          most={most.reason}
        />
        {line && session.projected ? (
          <label className="check">
            <input type="checkbox" checked={masks} onChange={(event) => mask(event.target.checked)} />
            {words.masks}
          </label>
        ) : null}
        {problem ? <ProblemNote problem={problem} /> : null}
        <div className="dialog-buttons">
          <Button onPress={close}>{appWords.cancel}</Button>
          <Button weight="main" type="submit" isPending={busy} isDisabled={!isComplete}>
            {words.save}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
