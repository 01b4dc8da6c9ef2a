import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { problemOf } from '../graphql/problem';
import { Button } from '../ui/button';
import { ProblemNote } from '../ui/problem-note';
import { Skeleton } from '../ui/skeleton';
import { administrationWords } from '../words/administration-words';
import { momentWords } from './moment-words';
import { type SignInEvent, SignInEventsDocument } from './sign-ins-document';

const words = administrationWords.signIns;

/** Who signed in, failed or signed out, and from which place. Read when it is asked for, since the reading itself is written down. */
export function SignInsSection() {
  const [shown, show] = useState<'troubled' | 'all'>();
  return (
    <section className="panel" aria-labelledby="sign-ins-title">
      <h2 id="sign-ins-title">{words.title}</h2>
      <p className="hint">{words.lead}</p>
      <span className="administration-buttons">
        <Button onPress={() => show('troubled')}>{words.troubled}</Button>
        <Button onPress={() => show('all')}>{words.all}</Button>
      </span>
      {shown ? <SignInTable troubled={shown === 'troubled'} /> : null}
    </section>
  );
}

function SignInTable({ troubled }: { troubled: boolean }) {
  const { data, error, refetch } = useQuery(SignInEventsDocument, { variables: { troubled }, fetchPolicy: 'network-only' });
  if (error && !data) return <ProblemNote problem={problemOf(error)} again={() => void refetch()} />;
  if (!data) return <Skeleton />;
  if (data.signInEvents.length === 0) return <p className="hint">{administrationWords.none}</p>;
  return (
    <div className="table-frame">
      <table className="table">
        <caption>{troubled ? words.troubledCaption : words.allCaption}</caption>
        <thead>
          <tr>
            {words.heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {data.signInEvents.map((one) => (
            <SignInRow key={one.id} one={one} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function SignInRow({ one: { at, event, way, staff, place, isUsual } }: { one: SignInEvent }) {
  return (
    <tr data-event={event}>
      <td>{momentWords(at)}</td>
      <td>{staff?.name ?? words.nobody}</td>
      <td>{words.event[event] ?? event}</td>
      <td>{way ? (words.way[way] ?? way) : ''}</td>
      <td>{place && staff ? words.place(place, isUsual) : place}</td>
    </tr>
  );
}
