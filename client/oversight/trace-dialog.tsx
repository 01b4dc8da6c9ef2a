import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { AskDialog } from '../administration/ask-dialog';
import { Choice } from '../ui/choice';
import { Skeleton } from '../ui/skeleton';
import { TextField } from '../ui/text-field';
import { eraDate } from '../words/era-date';
import { oversightWords } from '../words/oversight-words';
import { TraceExposure } from './oversight-changes';
import { TraceTargetsDocument } from './oversight-document';
import { useOrder } from './use-order';

const words = oversightWords.traces;

/** A moment of the city as one types it, in UTC; nothing typed is no bound. */
const instant = (typed: string): string | null => (typed ? new Date(`${typed}:00+09:00`).toISOString() : null);

/** Asks whose records a colleague, or whoever sat at a meeting, could have seen. */
export function TraceDialog({ close }: { close: () => void }) {
  const { data } = useQuery(TraceTargetsDocument);
  const [kind, setKind] = useState<'STAFF' | 'SESSION'>('STAFF');
  const [target, setTarget] = useState<string | null>(null);
  const [since, setSince] = useState('');
  const [until, setUntil] = useState('');
  const [reason, setReason] = useState('');
  const { send, busy, problem } = useOrder(TraceExposure);
  const trace = async (): Promise<void> => {
    if (await send({ input: { kind, target: target ?? '', since: instant(since), until: instant(until), reason } })) close();
  };
  const change = (next: 'STAFF' | 'SESSION') => () => {
    setKind(next);
    setTarget(null);
  };
  const options =
    kind === 'STAFF' ? data?.staffToTrace : data?.sessions.map(({ id, title, heldOn }) => ({ id, name: `${eraDate(heldOn)} ${title}` }));
  return (
    <AskDialog title={words.title} submit={words.ask} busy={busy} problem={problem} send={trace} close={close}>
      <fieldset className="decision-choice">
        <legend>{words.kind}</legend>
        <label className="check">
          <input type="radio" name="kind" checked={kind === 'STAFF'} onChange={change('STAFF')} />
          {words.staff}
        </label>
        <label className="check">
          <input type="radio" name="kind" checked={kind === 'SESSION'} onChange={change('SESSION')} />
          {words.session}
        </label>
      </fieldset>
      {options ? (
        <Choice
          key={kind}
          label={kind === 'STAFF' ? words.staff : words.session}
          none={words.noTarget}
          options={options}
          value={target}
          choose={setTarget}
          fault={problem?.fields.target}
        />
      ) : (
        <Skeleton lines={1} />
      )}
      <TextField label={words.since} type="datetime-local" value={since} onChange={setSince} />
      <TextField label={words.until} type="datetime-local" value={until} onChange={setUntil} fault={problem?.fields.until} />
      <TextField label={words.reason} value={reason} onChange={setReason} fault={problem?.fields.reason} most={200} isRequired />
    </AskDialog>
  );
}
