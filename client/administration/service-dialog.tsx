import { useState } from 'react';
import { Checks } from '../ui/checks';
import { Choice } from '../ui/choice';
import { TextField } from '../ui/text-field';
import { useToast } from '../ui/toasts';
import { administrationWords } from '../words/administration-words';
import { cityDay, daysAfter } from '../words/era-date';
import { RequestService } from './administration-changes';
import type { Named } from './administration-document';
import { AskDialog } from './ask-dialog';
import { useOrder } from './use-order';

const words = administrationWords.form;
const USUAL_DAYS = 180;

/** Asks for a service account of one 担当. */
export function ServiceDialog({ teams, close }: { teams: readonly Named[]; close: () => void }) {
  const say = useToast();
  const [name, setName] = useState('');
  const [team, setTeam] = useState<string | null>(null);
  const [purpose, setPurpose] = useState('');
  const [scopes, setScopes] = useState<readonly string[]>([]);
  const [expiresOn, setExpires] = useState(daysAfter(cityDay(), USUAL_DAYS));
  const [reason, setReason] = useState('');
  const { send, busy, problem } = useOrder(RequestService);
  const ask = async (): Promise<void> => {
    if (!(await send({ input: { name, team: team ?? '', purpose, scopes, expiresOn, reason } }))) return;
    say({ sentence: words.asked });
    close();
  };
  return (
    <AskDialog title={administrationWords.service.add} busy={busy} problem={problem} send={ask} close={close}>
      <TextField label={words.name} value={name} onChange={setName} fault={problem?.fields.name} isRequired autoFocus />
      <Choice label={words.team} none={words.noTeam} options={teams} value={team} choose={setTeam} fault={problem?.fields.team} />
      <TextField label={words.purpose} value={purpose} onChange={setPurpose} fault={problem?.fields.purpose} isRequired />
      <Checks legend={words.scopes} names={administrationWords.scope} chosen={scopes} choose={setScopes} fault={problem?.fields.scopes} />
      <TextField label={words.expires} type="date" value={expiresOn} onChange={setExpires} fault={problem?.fields.expiresOn} isRequired />
      <TextField label={words.reason} value={reason} onChange={setReason} fault={problem?.fields.reason} isRequired />
    </AskDialog>
  );
}
