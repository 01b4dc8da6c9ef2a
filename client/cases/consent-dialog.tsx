import { useQuery } from '@apollo/client/react';
import { type FormEvent, useState } from 'react';
import { useMe } from '../app/use-me';
import { problemOf } from '../graphql/problem';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { ProblemNote } from '../ui/problem-note';
import { Skeleton } from '../ui/skeleton';
import { useToast } from '../ui/toasts';
import { appWords } from '../words/app-words';
import { consentWords } from '../words/consent-words';
import { type ConsentTerms, GiveConsent, RenewConsent } from './consent-changes';
import { ConsentFields } from './consent-fields';
import { usualTerms } from './consent-terms';
import { type ConsentData, type ConsentFormData, ConsentFormDocument } from './consents-document';
import { useCaseChange } from './use-case-change';

const words = consentWords.form;

/** Somebody who may agree: the person of the case, or one who lives there. */
export interface Giver {
  readonly id: string;
  readonly name: string;
}

interface ConsentDialogProps {
  readonly caseId: string;
  readonly givers: readonly Giver[];
  /** The consent that the new one replaces. */
  readonly before: ConsentData | undefined;
  readonly close: () => void;
}

/** Records a consent, or puts a new one in the place of an old one. What was typed stays when the hub refuses it. */
export function ConsentDialog(props: ConsentDialogProps) {
  const { me } = useMe();
  const { data, error, refetch } = useQuery(ConsentFormDocument);
  return (
    <Dialog title={props.before ? words.renewTitle : words.title} wide close={props.close}>
      {error && !data ? <ProblemNote problem={problemOf(error)} again={() => void refetch()} /> : null}
      {data && me ? <Form {...props} data={data} me={me.id} /> : <Skeleton lines={6} />}
    </Dialog>
  );
}

function Form({ caseId, givers, before, close, data, me }: ConsentDialogProps & { data: ConsentFormData; me: string }) {
  const say = useToast();
  const [person, setPerson] = useState(before?.person?.id ?? givers[0]?.id ?? '');
  const [terms, setTerms] = useState<ConsentTerms>(() => usualTerms(data, me, before));
  const giving = useCaseChange(GiveConsent);
  const renewing = useCaseChange(RenewConsent);
  const { problem } = before ? renewing : giving;
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const sent = { ...terms, validFrom: terms.validFrom || null };
    const done = before
      ? await renewing.send({ input: { consent: before.id, version: before.version, terms: sent } })
      : await giving.send({ input: { case: caseId, person: person || null, terms: sent } });
    if (!done) return;
    say({ sentence: before ? consentWords.renewed : consentWords.given });
    close();
  };
  return (
    <form onSubmit={(event) => void save(event)}>
      {before ? <p className="hint">{words.renewHint}</p> : null}
      {problem ? <ProblemNote problem={problem} /> : null}
      <ConsentFields
        data={data}
        people={before ? [] : givers}
        person={person}
        choosePerson={setPerson}
        terms={terms}
        change={(some) => setTerms((all) => ({ ...all, ...some }))}
        faults={problem?.fields ?? {}}
      />
      <div className="dialog-buttons">
        <Button onPress={close}>{appWords.cancel}</Button>
        <Button weight="main" type="submit">
          {words.save}
        </Button>
      </div>
    </form>
  );
}
