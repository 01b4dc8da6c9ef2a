import { useState } from 'react';
import { Choice } from '../ui/choice';
import { TextField } from '../ui/text-field';
import { useToast } from '../ui/toasts';
import { administrationWords } from '../words/administration-words';
import { cityDay } from '../words/era-date';
import { RequestContract } from './administration-changes';
import type { Named, Programme } from './administration-document';
import { AskDialog } from './ask-dialog';
import { useOrder } from './use-order';

const { form, contract: words } = administrationWords;

/** What a contract can be about: with whom, under which programme, for which 担当. */
export interface ContractChoices {
  readonly contractors: readonly Named[];
  readonly programmes: readonly Programme[];
  readonly teams: readonly Named[];
}

/** Asks for a contract. It opens nothing before another administrator approves it, nor before its first day. */
export function ContractDialog({ choices: { contractors, programmes, teams }, close }: { choices: ContractChoices; close: () => void }) {
  const say = useToast();
  const [organization, setOrganization] = useState<string | null>(null);
  const [programme, setProgramme] = useState<string | null>(null);
  const [team, setTeam] = useState<string | null>(null);
  const [validFrom, setFrom] = useState(cityDay());
  const [validUntil, setUntil] = useState(yearEnd(cityDay()));
  const [swornBy, setSwornBy] = useState('');
  const [swornOn, setSwornOn] = useState(cityDay());
  const [reason, setReason] = useState('');
  const { send, busy, problem } = useOrder(RequestContract);
  const faults = problem?.fields ?? {};
  const ask = async (): Promise<void> => {
    const parties = { organization: organization ?? '', programme: programme ?? '', team };
    if (!(await send({ input: { ...parties, validFrom, validUntil, swornBy, swornOn, reason } }))) return;
    say({ sentence: form.asked });
    close();
  };
  const numbered = programmes.map(({ id, number, name }) => ({ id, name: `${number} ${name}` }));
  return (
    <AskDialog title={words.add} busy={busy} problem={problem} send={ask} close={close}>
      <Choice
        label={words.contractor}
        none={words.noContractor}
        options={contractors}
        value={organization}
        choose={setOrganization}
        fault={faults.organization}
        autoFocus
      />
      <Choice
        label={words.programme}
        none={words.noProgramme}
        options={numbered}
        value={programme}
        choose={setProgramme}
        fault={faults.programme}
      />
      <Choice label={words.team} none={words.noTeam} options={teams} value={team} choose={setTeam} fault={faults.team} />
      <TextField label={words.from} type="date" value={validFrom} onChange={setFrom} fault={faults.validFrom} isRequired />
      <TextField label={words.until} type="date" value={validUntil} onChange={setUntil} fault={faults.validUntil} isRequired />
      <TextField label={words.swornBy} hint={words.swornHint} value={swornBy} onChange={setSwornBy} fault={faults.swornBy} isRequired />
      <TextField label={words.swornOn} type="date" value={swornOn} onChange={setSwornOn} fault={faults.swornOn} isRequired />
      <TextField label={form.reason} value={reason} onChange={setReason} fault={faults.reason} isRequired />
    </AskDialog>
  );
}

/** The last day of the fiscal year (年度) of a day. */
const yearEnd = (day: string) => `${Number(day.slice(0, 4)) + (day.slice(5) > '03-31' ? 1 : 0)}-03-31`;
