import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { AskDialog } from '../administration/ask-dialog';
import { Checks } from '../ui/checks';
import { TextField } from '../ui/text-field';
import { useToast } from '../ui/toasts';
import { cityDay, daysAfter } from '../words/era-date';
import { protectionWords } from '../words/protection-words';
import { AskProtectionEnd, ChangeProtectionHolders, type ProtectionData, ProtectionTeams, RenewProtection } from './protection-documents';
import { useGuarding } from './use-guarding';

interface Asked {
  readonly protection: ProtectionData;
  readonly close: () => void;
}

/** Renews a protection. */
export function RenewDialog({ protection: { id, version }, close }: Asked) {
  const say = useToast();
  const [renewBy, setRenewBy] = useState(daysAfter(cityDay(), 364));
  const { send, busy, problem } = useGuarding(RenewProtection);
  const { title, submit, day, done } = protectionWords.renew;
  const renew = async (): Promise<void> => {
    if (!(await send({ input: { protection: id, version, renewBy } }))) return;
    say({ sentence: done });
    close();
  };
  return (
    <AskDialog title={title} submit={submit} busy={busy} problem={problem} send={renew} close={close}>
      <TextField label={day} type="date" value={renewBy} onChange={setRenewBy} fault={problem?.fields.renewBy} autoFocus />
    </AskDialog>
  );
}

/** Changes who is told. */
export function HoldersDialog({ protection: { id, version, holderTeams, otherParty }, close }: Asked) {
  const say = useToast();
  const { data } = useQuery(ProtectionTeams);
  const [holders, setHolders] = useState<readonly string[]>(holderTeams.map((team) => team.id));
  const [served, setServed] = useState<readonly string[]>([]);
  const { send, busy, problem } = useGuarding(ChangeProtectionHolders);
  const { title, hint, submit, done } = protectionWords.holders;
  const change = async (): Promise<void> => {
    if (!(await send({ input: { protection: id, version, holders, otherPartyServed: served.length > 0 } }))) return;
    say({ sentence: done });
    close();
  };
  return (
    <AskDialog title={title} submit={submit} busy={busy} problem={problem} send={change} close={close}>
      <p className="hint">{hint}</p>
      <Checks
        legend={protectionWords.facts.holders}
        names={Object.fromEntries((data?.teams ?? []).map((team) => [team.id, team.name]))}
        chosen={holders}
        choose={setHolders}
        fault={problem?.fields.holders}
      />
      {otherParty ? (
        <Checks legend="" names={{ served: protectionWords.register.otherPartyServed }} chosen={served} choose={setServed} />
      ) : null}
    </AskDialog>
  );
}

/** Asks for the end, which somebody else confirms. */
export function EndingDialog({ protection: { id, version }, close }: Asked) {
  const say = useToast();
  const [reason, setReason] = useState('');
  const { send, busy, problem } = useGuarding(AskProtectionEnd);
  const { title, hint, submit, done } = protectionWords.ending;
  const ask = async (): Promise<void> => {
    if (!(await send({ input: { protection: id, version, reason } }))) return;
    say({ sentence: done });
    close();
  };
  return (
    <AskDialog title={title} submit={submit} busy={busy} problem={problem} send={ask} close={close}>
      <p className="hint">{hint}</p>
      <TextField
        label={protectionWords.ending.reason}
        most={400}
        value={reason}
        onChange={setReason}
        fault={problem?.fields.reason}
        isRequired
        autoFocus
      />
    </AskDialog>
  );
}
