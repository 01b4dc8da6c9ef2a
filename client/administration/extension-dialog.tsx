import { useState } from 'react';
import { TextField } from '../ui/text-field';
import { useToast } from '../ui/toasts';
import { administrationWords } from '../words/administration-words';
import { eraDate } from '../words/era-date';
import { RequestExtension } from './administration-changes';
import type { Contract } from './administration-document';
import { AskDialog } from './ask-dialog';
import { useOrder } from './use-order';

const { form, contract: words } = administrationWords;

/** Asks that a contract end later. */
export function ExtensionDialog({ contract, close }: { contract: Contract; close: () => void }) {
  const say = useToast();
  const [validUntil, setUntil] = useState(contract.validUntil);
  const [reason, setReason] = useState('');
  const { send, busy, problem } = useOrder(RequestExtension);
  const ask = async (): Promise<void> => {
    if (!(await send({ input: { contract: contract.id, validUntil, reason } }))) return;
    say({ sentence: form.asked });
    close();
  };
  return (
    <AskDialog title={words.extendOf(contract.organization?.name ?? '')} busy={busy} problem={problem} send={ask} close={close}>
      <TextField
        label={words.newUntil}
        hint={words.nowUntil(eraDate(contract.validUntil))}
        type="date"
        value={validUntil}
        onChange={setUntil}
        fault={problem?.fields.validUntil}
        isRequired
        autoFocus
      />
      <TextField label={form.reason} value={reason} onChange={setReason} fault={problem?.fields.reason} isRequired />
    </AskDialog>
  );
}
