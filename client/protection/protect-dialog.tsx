import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { AskDialog } from '../administration/ask-dialog';
import { Checks } from '../ui/checks';
import { Choice, type Option } from '../ui/choice';
import { TextField } from '../ui/text-field';
import { useToast } from '../ui/toasts';
import { cityDay, daysAfter } from '../words/era-date';
import { protectionWords } from '../words/protection-words';
import { ProtectionTeams, RegisterProtection } from './protection-documents';
import { useGuarding } from './use-guarding';

const words = protectionWords.register;
const kinds = protectionWords.kinds.map((kind) => ({ id: kind, name: kind }));

/** Registers a protection of somebody. `housemates`: who may be the other party. */
export function ProtectDialog({ person, housemates, close }: { person: string; housemates: readonly Option[]; close: () => void }) {
  const say = useToast();
  const { data } = useQuery(ProtectionTeams);
  const [kind, setKind] = useState<string | null>(null);
  const [registeredBy, setRegisteredBy] = useState('');
  const [holders, setHolders] = useState<readonly string[]>([]);
  const [renewBy, setRenewBy] = useState(daysAfter(cityDay(), 364));
  const [otherParty, setOtherParty] = useState<string | null>(null);
  const [served, setServed] = useState<readonly string[]>([]);
  const { send, busy, problem } = useGuarding(RegisterProtection);
  const register = async (): Promise<void> => {
    const input = { person, kind: kind ?? '', registeredBy, holders, renewBy, otherParty, otherPartyServed: served.length > 0 };
    if (!(await send({ input }))) return;
    say({ sentence: words.done });
    close();
  };
  const { fields } = problem ?? { fields: {} as Record<string, string> };
  return (
    <AskDialog title={words.title} submit={words.submit} busy={busy} problem={problem} send={register} close={close}>
      <p className="hint">{words.hint}</p>
      <Choice label={words.kind} none={words.chooseKind} options={kinds} value={kind} choose={setKind} fault={fields.kind} />
      <TextField
        label={words.registeredBy}
        hint={words.registeredByHint}
        most={60}
        value={registeredBy}
        onChange={setRegisteredBy}
        fault={fields.registeredBy}
        isRequired
      />
      <Checks
        legend={words.holders}
        names={Object.fromEntries((data?.teams ?? []).map(({ id, name }) => [id, name]))}
        chosen={holders}
        choose={setHolders}
        fault={fields.holders}
      />
      <TextField label={words.renewBy} type="date" value={renewBy} onChange={setRenewBy} fault={fields.renewBy} />
      {housemates.length > 0 ? (
        <Choice
          label={words.otherParty}
          none={words.noOtherParty}
          options={housemates}
          value={otherParty}
          choose={setOtherParty}
          fault={fields.otherParty}
        />
      ) : null}
      {otherParty ? <Checks legend="" names={{ served: words.otherPartyServed }} chosen={served} choose={setServed} /> : null}
    </AskDialog>
  );
}
