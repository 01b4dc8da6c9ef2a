import { useState } from 'react';
import { TextField } from '../ui/text-field';
import { administrationWords } from '../words/administration-words';
import { RequestSetupLink } from './administration-changes';
import type { StaffAccount } from './administration-document';
import { AskDialog } from './ask-dialog';
import type { Handed } from './handed-dialog';
import { useOrder } from './use-order';

const words = administrationWords.form;

/** Asks for a setup link, and shows its first half. */
export function SetupDialog({ who, close, hand }: { who: StaffAccount; close: () => void; hand: (handed: Handed) => void }) {
  const [login, setLogin] = useState(who.login ?? '');
  const [reason, setReason] = useState('');
  const { send, busy, problem } = useOrder(RequestSetupLink);
  const ask = async (): Promise<void> => {
    const done = await send({ input: { staff: who.id, login, reason } });
    if (!done) return;
    close();
    if (done.requestSetupLink) hand({ kind: 'link', secret: done.requestSetupLink });
  };
  return (
    <AskDialog title={administrationWords.staff.setupOf(who.name)} busy={busy} problem={problem} send={ask} close={close}>
      <TextField
        label={words.login}
        hint={words.loginHint}
        value={login}
        onChange={setLogin}
        fault={problem?.fields.login}
        isRequired
        autoFocus
        autoComplete="off"
      />
      <TextField label={words.reason} value={reason} onChange={setReason} fault={problem?.fields.reason} isRequired />
    </AskDialog>
  );
}
