import { useState } from 'react';
import { Checks } from '../ui/checks';
import { Choice } from '../ui/choice';
import { TextField } from '../ui/text-field';
import { useToast } from '../ui/toasts';
import { administrationWords } from '../words/administration-words';
import { RequestEnrolment, RequestRoles } from './administration-changes';
import type { Named, StaffAccount } from './administration-document';
import { AskDialog } from './ask-dialog';
import { useOrder } from './use-order';

const words = administrationWords.form;

/** Asks for other rights of somebody, or for somebody new. */
export function RightsDialog({
  who,
  teams,
  contractors,
  close,
}: {
  who?: StaffAccount;
  teams: readonly Named[];
  contractors: readonly Named[];
  close: () => void;
}) {
  const say = useToast();
  const [name, setName] = useState('');
  const [roles, setRoles] = useState<readonly string[]>(who?.roles ?? []);
  const [team, setTeam] = useState<string | null>(who?.team?.id ?? null);
  const [organization, setOrganization] = useState<string | null>(null);
  const [until, setUntil] = useState(who?.activeUntil ?? '');
  const [reason, setReason] = useState('');
  const change = useOrder(RequestRoles);
  const enrolment = useOrder(RequestEnrolment);
  const { busy, problem } = who ? change : enrolment;
  const send = async (): Promise<void> => {
    const rights = { roles, team, activeUntil: until || null, reason };
    const done = who
      ? await change.send({ input: { ...rights, staff: who.id } })
      : await enrolment.send({ input: { ...rights, name, organization } });
    if (!done) return;
    say({ sentence: words.asked });
    close();
  };
  const title = who ? administrationWords.staff.changeOf(who.name) : administrationWords.staff.add;
  return (
    <AskDialog title={title} busy={busy} problem={problem} send={send} close={close}>
      {who ? null : <TextField label={words.name} value={name} onChange={setName} fault={problem?.fields.name} isRequired autoFocus />}
      <Checks legend={words.roles} names={administrationWords.role} chosen={roles} choose={setRoles} fault={problem?.fields.roles} />
      <Choice label={words.team} none={words.noTeam} options={teams} value={team} choose={setTeam} fault={problem?.fields.team} />
      {who ? null : (
        <Choice
          label={words.organization}
          none={words.city}
          options={contractors}
          value={organization}
          choose={setOrganization}
          fault={problem?.fields.organization}
        />
      )}
      <TextField label={words.until} type="date" value={until} onChange={setUntil} fault={problem?.fields.activeUntil} />
      <TextField label={words.reason} value={reason} onChange={setReason} fault={problem?.fields.reason} isRequired />
    </AskDialog>
  );
}
