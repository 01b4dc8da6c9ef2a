import { useQuery } from '@apollo/client/react';
import { type FormEvent, useState } from 'react';
import { graphql } from '../graphql/graphql';
import { problemOf } from '../graphql/problem';
import { Button } from '../ui/button';
import { Checks } from '../ui/checks';
import { Choice } from '../ui/choice';
import { Dialog } from '../ui/dialog';
import { ProblemNote } from '../ui/problem-note';
import { SelectField } from '../ui/select-field';
import { Skeleton } from '../ui/skeleton';
import { TextField } from '../ui/text-field';
import { useToast } from '../ui/toasts';
import { appWords } from '../words/app-words';
import { consentCodes, consentWords } from '../words/consent-words';
import { RecordDisclosure } from './consent-changes';
import type { Named } from './consents-document';
import { useCaseChange } from './use-case-change';

const words = consentWords.ledger;
const MOST_NOTE = 500;
/** Written from a 支援会議 alone, never from the page of a case. */
const SECRET = 'ART_106_6';

interface LedgerFormData {
  readonly disclosureRegimes: readonly (Named & { readonly basis: string; readonly body: string; readonly confirmed: boolean })[];
  readonly teams: readonly Named[];
  readonly organizations: readonly Named[];
}

const LedgerFormDocument = graphql<LedgerFormData>`
  query LedgerForm {
    disclosureRegimes {
      id
      name
      basis
      body
      confirmed
    }
    teams {
      id
      name
    }
    organizations {
      id
      name
    }
  }
`;

/** Enters by hand what was disclosed under another law than consent. */
export function DisclosureDialog({ caseId, close }: { caseId: string; close: () => void }) {
  const { data, error, refetch } = useQuery(LedgerFormDocument);
  return (
    <Dialog title={words.record} wide close={close}>
      {error && !data ? <ProblemNote problem={problemOf(error)} again={() => void refetch()} /> : null}
      {data ? <Form caseId={caseId} data={data} close={close} /> : <Skeleton lines={4} />}
    </Dialog>
  );
}

function Form({ caseId, data, close }: { caseId: string; data: LedgerFormData; close: () => void }) {
  const say = useToast();
  const regimes = data.disclosureRegimes.filter(({ id }) => id !== SECRET);
  const [regime, setRegime] = useState(regimes[0]?.id ?? '');
  const [team, setTeam] = useState<string | null>(null);
  const [organization, setOrganization] = useState<string | null>(null);
  const [classes, setClasses] = useState<readonly string[]>(['identity', 'sensitive']);
  const [note, setNote] = useState('');
  const { send, problem } = useCaseChange(RecordDisclosure);
  const chosen = regimes.find(({ id }) => id === regime);
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (!(await send({ input: { case: caseId, regime, team, organization, classes, note: note.trim() || null } }))) return;
    say({ sentence: words.recorded });
    close();
  };
  return (
    <form onSubmit={(event) => void save(event)}>
      {problem ? <ProblemNote problem={problem} /> : null}
      <SelectField label={words.regime} options={regimes} value={regime} choose={setRegime} fault={problem?.fields.regime} />
      {chosen ? (
        <p className="hint">
          {chosen.basis}　{chosen.body}
          {chosen.confirmed ? null : `（${consentWords.unconfirmed}）`}
        </p>
      ) : null}
      <p className="hint">{words.receiverHint}</p>
      <div className="consent-pair">
        <Choice
          label={words.team}
          none={consentWords.form.nobody}
          options={data.teams}
          value={team}
          choose={setTeam}
          fault={problem?.fields.team}
        />
        <Choice
          label={words.organization}
          none={consentWords.form.nobody}
          options={data.organizations}
          value={organization}
          choose={setOrganization}
          fault={problem?.fields.organization}
        />
      </div>
      <Checks legend={words.classes} names={consentCodes.classes} chosen={classes} choose={setClasses} fault={problem?.fields.classes} />
      <TextField label={words.note} value={note} onChange={setNote} most={MOST_NOTE} fault={problem?.fields.note} />
      <div className="dialog-buttons">
        <Button onPress={close}>{appWords.cancel}</Button>
        <Button weight="main" type="submit">
          {words.save}
        </Button>
      </div>
    </form>
  );
}
