import { useQuery } from '@apollo/client/react';
import { type FormEvent, useState } from 'react';
import { graphql } from '../graphql/graphql';
import type { Problem } from '../graphql/problem';
import { Button } from '../ui/button';
import { Choice } from '../ui/choice';
import { Dialog } from '../ui/dialog';
import { ProblemNote } from '../ui/problem-note';
import { SelectField } from '../ui/select-field';
import { TextField } from '../ui/text-field';
import { isFitting } from '../ui/text-length';
import { appWords } from '../words/app-words';
import { requestWords } from '../words/request-words';
import { type Reason, ReasonChoice } from './reason-choice';
import { RequestMatter } from './request-document';
import { isTold, TellingFields } from './telling-form';
import { textLimits } from './text-limits';
import { useChange } from './use-change';

const words = requestWords.own;
const MOST = textLimits.RequestOrder.reason;

/** What each kind of conference hears, of what can be asked for; the hub's profiles say so, and refuse the rest. */
const hears = {
  JUSOTEKI_CASE: ['case'],
  SHIEN_KAIGI: ['case'],
  CONNECT: ['case'],
  MARUGOTO: ['card', 'issue', 'report'],
  JUSOTEKI_EVALUATION: ['issue', 'report'],
  CHONAI: ['issue', 'report'],
  OPEN_TALKING_BAR: ['issue'],
} as const satisfies Record<string, readonly Matter[]>;
type Kind = keyof typeof hears;
type Matter = keyof typeof words.matters;

interface Options {
  readonly cases: readonly { readonly id: string; readonly code: string; readonly topics: readonly string[]; readonly standing: string }[];
  readonly cards: readonly { readonly id: string; readonly title: string }[];
  readonly communityIssues: readonly { readonly id: string; readonly title: string; readonly state: string }[];
}

const RequestOptions = graphql<Options>`
  query RequestOptions {
    cases(limit: 200) {
      id
      code
      topics
      standing
    }
    cards(state: APPROVED) {
      id
      title
    }
    communityIssues {
      id
      title
      state
    }
  }
`;

/** Asks the next session of a kind to speak of something. */
export function RequestDialog({ close, asked }: { close: () => void; asked: () => void }) {
  const { data } = useQuery(RequestOptions);
  const [kind, setKind] = useState<Kind>('JUSOTEKI_CASE');
  const [wanted, want] = useState<Matter>('case');
  const [one, choose] = useState<string | null>(null);
  const [told, tell] = useState({ title: '', words: '' });
  const [reason, setReason] = useState('');
  const [reasonCode, setReasonCode] = useState<Reason | null>(null);
  const [problem, setProblem] = useState<Problem>();
  const [request, busy] = useChange(RequestMatter, { tell: false });
  const matters: readonly Matter[] = hears[kind];
  const matter = matters.includes(wanted) ? wanted : (matters[0] ?? 'case');
  const isSecret = kind === 'SHIEN_KAIGI';
  const isComplete = isFitting(reason, MOST) && (!isSecret || reasonCode !== null) && (matter === 'report' ? isTold(told) : one !== null);
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (!isComplete) return;
    const subject = matter === 'report' ? { report: told } : { [matter]: one };
    const outcome = await request({ kind, reason: reason.trim(), ...subject, ...(isSecret ? { reasonCode } : {}) });
    if (!outcome.done) return setProblem(outcome.problem);
    asked();
    close();
  };
  return (
    <Dialog title={words.make} wide close={close}>
      <form onSubmit={(event) => void save(event)}>
        <SelectField
          label={words.kind}
          hint={isSecret ? words.secretHint : undefined}
          options={(Object.keys(hears) as Kind[]).map((id) => ({ id, name: words.kinds[id] }))}
          value={kind}
          choose={(id) => {
            setKind(id as Kind);
            choose(null);
          }}
          fault={problem?.fields.kind}
        />
        <SelectField
          label={words.matter}
          options={matters.map((id) => ({ id, name: words.matters[id] }))}
          value={matter}
          choose={(id) => {
            want(id as Matter);
            choose(null);
          }}
        />
        {matter === 'report' ? (
          <TellingFields told={told} tell={tell} hint={requestWords.telling.reportHint} problem={problem} />
        ) : (
          <Choice
            // Another list is another choice: what was typed into the last one goes with it.
            key={matter}
            label={words.matters[matter]}
            none={words.chooseNone}
            options={optionsOf(data, matter)}
            value={one}
            choose={choose}
            fault={problem?.fields[matter]}
          />
        )}
        {isSecret ? <ReasonChoice value={reasonCode} choose={setReasonCode} fault={problem?.fields.reasonCode} /> : null}
        <TextField label={words.reason} value={reason} onChange={setReason} fault={problem?.fields.reason} isRequired most={MOST} />
        {problem ? <ProblemNote problem={problem} /> : null}
        <div className="dialog-buttons">
          <Button onPress={close}>{appWords.cancel}</Button>
          <Button weight="main" type="submit" isPending={busy} isDisabled={!isComplete}>
            {words.send}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

/** Cases that the own 担当 serves: what it sees by consent is for another to bring. */
function optionsOf(data: Options | undefined, matter: Matter): readonly { readonly id: string; readonly name: string }[] {
  if (matter === 'card') return (data?.cards ?? []).map(({ id, title }) => ({ id, name: title }));
  if (matter === 'issue')
    return (data?.communityIssues ?? []).filter(({ state }) => state === 'APPROVED').map(({ id, title }) => ({ id, name: title }));
  return (data?.cases ?? [])
    .filter(({ standing }) => standing === 'OWN')
    .map(({ id, code, topics }) => ({ id, name: `${code} ${topics.join('・')}` }));
}
