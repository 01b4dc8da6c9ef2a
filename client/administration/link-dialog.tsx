import { useState } from 'react';
import { TextField } from '../ui/text-field';
import { useToast } from '../ui/toasts';
import { administrationWords } from '../words/administration-words';
import { RequestSubject } from './administration-changes';
import type { StaffAccount } from './administration-document';
import { AskDialog } from './ask-dialog';
import { useOrder } from './use-order';

const words = administrationWords.form;

/** Asks that an account of the identity provider be taken for somebody. */
export function LinkDialog({ who, close }: { who: StaffAccount; close: () => void }) {
  const say = useToast();
  const [issuer, setIssuer] = useState('');
  const [subject, setSubject] = useState('');
  const [reason, setReason] = useState('');
  const { send, busy, problem } = useOrder(RequestSubject);
  const ask = async (): Promise<void> => {
    if (!(await send({ input: { staff: who.id, issuer, subject, reason } }))) return;
    say({ sentence: words.asked });
    close();
  };
  return (
    <AskDialog title={administrationWords.staff.linkOf(who.name)} busy={busy} problem={problem} send={ask} close={close}>
      <TextField label={words.issuer} value={issuer} onChange={setIssuer} fault={problem?.fields.issuer} isRequired autoFocus />
      <TextField
        label={words.subject}
        hint={words.subjectHint}
        value={subject}
        onChange={setSubject}
        fault={problem?.fields.subject}
        isRequired
      />
      <TextField label={words.reason} value={reason} onChange={setReason} fault={problem?.fields.reason} isRequired />
    </AskDialog>
  );
}
