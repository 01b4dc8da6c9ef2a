import { type FormEvent, useState } from 'react';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { ProblemNote } from '../ui/problem-note';
import { SelectField } from '../ui/select-field';
import { TextField } from '../ui/text-field';
import { isFitting } from '../ui/text-length';
import { useToast } from '../ui/toasts';
import { appWords } from '../words/app-words';
import { consentCodes, consentWords } from '../words/consent-words';
import { WithdrawConsent } from './consent-changes';
import type { ConsentData } from './consents-document';
import { useCaseChange } from './use-case-change';

const words = consentWords.withdrawal;
const MOST_REASON = 500;

/** Takes a withdrawal, and says before it does what ends with it and what does not. */
export function WithdrawDialog({ consent, close }: { consent: ConsentData; close: () => void }) {
  const say = useToast();
  const [giver, setGiver] = useState(consent.giver);
  const [reason, setReason] = useState('');
  const { send, problem } = useCaseChange(WithdrawConsent);
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const input = { consent: consent.id, version: consent.version, giver, reason: reason.trim() || null };
    if (!(await send({ input }))) return;
    say({ sentence: words.done });
    close();
  };
  return (
    <Dialog title={words.title} close={close}>
      <form onSubmit={(event) => void save(event)}>
        {problem ? <ProblemNote problem={problem} /> : null}
        <Said title={words.ends} lines={words.endings(consentWords.list(consent.receiverTeams.map(({ name }) => name)))} />
        <Said title={words.stays} lines={words.stayings} />
        <p>{words.review}</p>
        <SelectField
          label={words.giver}
          options={Object.entries(consentCodes.giver).map(([id, name]) => ({ id, name }))}
          value={giver}
          choose={setGiver}
        />
        <TextField
          label={words.reason}
          hint={words.reasonHint}
          value={reason}
          onChange={setReason}
          most={MOST_REASON}
          fault={problem?.fields.reason}
        />
        <div className="dialog-buttons">
          <Button onPress={close}>{appWords.cancel}</Button>
          <Button weight="main" type="submit" isDisabled={reason !== '' && !isFitting(reason, MOST_REASON)}>
            {words.send}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

function Said({ title, lines }: { title: string; lines: readonly string[] }) {
  return (
    <div>
      <h3>{title}</h3>
      <ul className="consent-said">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  );
}
