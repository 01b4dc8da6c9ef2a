import { useQuery } from '@apollo/client/react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { mayAskAccess, useMe } from '../app/use-me';
import { problemOf } from '../graphql/problem';
import { Button } from '../ui/button';
import { ProblemNote } from '../ui/problem-note';
import { Skeleton } from '../ui/skeleton';
import { accessWords as words } from '../words/access-words';
import { cityDay, clock, eraDate } from '../words/era-date';
import { type AccessAnswer, SimulateAccessDocument, type Simulation, SimulatorChoicesDocument, type Verdict } from './access-document';
import { AccessTable } from './access-table';
import './access.css';
import { SimulationForm } from './simulation-form';

/** The permission simulator: what somebody would see of a case, worked out by the hub's own rules. */
export function PermissionsPage() {
  const { me } = useMe();
  const asked = useSearch({ from: '/permissions' });
  const navigate = useNavigate({ from: '/permissions' });
  const { data, error, refetch } = useQuery(SimulatorChoicesDocument);
  if (!mayAskAccess(me)) return <p className="note">{words.only}</p>;
  if (error && !data) return <ProblemNote problem={problemOf(error)} again={() => void refetch()} />;
  if (!data) return <Skeleton />;
  return (
    <>
      <title>{`${words.title}｜まるごとハブ`}</title>
      <h1>{words.title}</h1>
      <p className="hint">{words.lead}</p>
      <SimulationForm key={JSON.stringify(asked)} choices={data} asked={asked} ask={(search) => void navigate({ search })} />
      {asked.case ? <Simulated simulation={asked} code={asked.case} /> : <p className="panel">{words.start}</p>}
    </>
  );
}

function Simulated({ simulation, code }: { simulation: Simulation; code: string }) {
  const { audience = 'STAFF', team, role, kind, session, attends } = simulation;
  const { data, error, refetch } = useQuery(SimulateAccessDocument, {
    variables: {
      case: code,
      audience,
      roles: role ? [role] : [],
      attends: attends !== 'no',
      team: team || null,
      kind: kind || null,
      session: session || null,
    },
    fetchPolicy: 'network-only',
  });
  if (error) return <ProblemNote problem={problemOf(error)} again={() => void refetch()} />;
  if (!data?.simulateAccess) return <Skeleton lines={12} />;
  return <AnswerView answer={data.simulateAccess} />;
}

function AnswerView({ answer }: { answer: AccessAnswer }) {
  const [only, setOnly] = useState<Verdict['state']>();
  const [now] = useState(() => new Date());
  const fields = answer.records.flatMap((record) => record.fields);
  const count = (state: Verdict['state']) => fields.filter((field) => field.state === state).length;
  return (
    <section className="panel access-answer" aria-live="polite">
      <div className="page-head">
        <h2>{words.caption(answer.whose, answer.code)}</h2>
        <Button onPress={() => window.print()}>{words.form.print}</Button>
      </div>
      <p>{words.counts(count('SHOWN'), count('WITHHELD'), count('HIDDEN'))}</p>
      {answer.note ? <p className="note">{answer.note}</p> : null}
      <AtConference rules={answer.conference} />
      <label className="filter">
        {words.filter}
        <select className="input" value={only ?? ''} onChange={(event) => setOnly((event.target.value || undefined) as Verdict['state'])}>
          <option value="">{words.everything}</option>
          {Object.entries(words.state).map(([state, name]) => (
            <option key={state} value={state}>
              {words.sign[state]} {name}
            </option>
          ))}
        </select>
      </label>
      <AccessTable answer={answer} only={only} />
      <p className="hint">{words.order}</p>
      <p className="hint">{words.printed(eraDate(cityDay(now)), clock(now))}</p>
    </section>
  );
}

function AtConference({ rules }: { rules: AccessAnswer['conference'] }) {
  if (rules.length === 0) return null;
  return (
    <>
      <h3>{words.atConference}</h3>
      <ul className="rows">
        {rules.map(({ what, allowed, sentence, source }) => (
          <li key={what} className="row">
            <strong>{what}</strong>
            <span>
              {allowed ? words.can : words.cannot}
              {allowed ? '' : `：${sentence}`} <span className="hint">{source}</span>
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
