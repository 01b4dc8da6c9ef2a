import { useQuery } from '@apollo/client/react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { type Me, useMe } from '../app/use-me';
import { graphql } from '../graphql/graphql';
import { problemOf } from '../graphql/problem';
import { Button } from '../ui/button';
import { ProblemNote } from '../ui/problem-note';
import { Skeleton } from '../ui/skeleton';
import { consoleWords } from '../words/console-words';
import { cityDay, eraDate } from '../words/era-date';
import { MakeSession } from './make-session';
import type { SessionStatus } from './session-data';

const words = consoleWords.home;

interface SessionEntry {
  readonly id: string;
  readonly kindName: string;
  readonly number: number;
  readonly title: string;
  readonly heldOn: string;
  readonly place: string | null;
  readonly status: SessionStatus;
}

const HomePageDocument = graphql<{ sessions: readonly SessionEntry[] }>`
  query HomePage {
    sessions(limit: 50) {
      id
      kindName
      number
      title
      heldOn
      place
      status
    }
  }
`;

/** Who one is, and which conferences stand before one. */
export function HomePage() {
  const { me } = useMe();
  if (!me) return null;
  return (
    <>
      <h1>{words.title}</h1>
      <p>{words.you(me.name)}</p>
      {me.audience === 'staff' ? <Sessions me={me} /> : <p>{words.analyst}</p>}
    </>
  );
}

function Sessions({ me }: { me: Me }) {
  const { data, error, refetch } = useQuery(HomePageDocument);
  const [making, make] = useState(false);
  const convenes = me.roles.some((role) => role === 'facilitator' || role === 'coordinator');
  if (error && !data) return <ProblemNote problem={problemOf(error)} again={() => void refetch()} />;
  if (!data) return <Skeleton />;
  const { today, coming, past } = byDay(data.sessions, cityDay());
  return (
    <>
      {convenes ? <Button onPress={() => make(true)}>＋ {words.make}</Button> : null}
      <SessionGroup title={words.today} sessions={today} />
      <SessionGroup title={words.coming} sessions={coming} />
      <SessionGroup title={words.past} sessions={past} />
      {making ? <MakeSession close={() => make(false)} /> : null}
    </>
  );
}

/** A meeting left open stays with today's, whatever its day. The nearest comes first on either side. */
function byDay(sessions: readonly SessionEntry[], day: string) {
  const inOrder = [...sessions].sort((one, other) => one.heldOn.localeCompare(other.heldOn));
  const today = inOrder.filter(({ heldOn, status }) => heldOn === day || status === 'OPEN');
  const rest = inOrder.filter((session) => !today.includes(session));
  return { today, coming: rest.filter(({ heldOn }) => heldOn > day), past: rest.filter(({ heldOn }) => heldOn < day).reverse() };
}

function SessionGroup({ title, sessions }: { title: string; sessions: readonly SessionEntry[] }) {
  return (
    <section className="panel">
      <h2>{title}</h2>
      {sessions.length === 0 ? <p className="hint">{words.none}</p> : null}
      <ul className="rows">
        {sessions.map((session) => (
          <li key={session.id} className="row">
            <Link to="/sessions/$id" params={{ id: session.id }} className="row-link">
              <strong>{session.title}</strong>
              <span>
                {session.kindName} {consoleWords.number(session.number)}
              </span>
              <span className="line">
                <span>{eraDate(session.heldOn)}</span>
                <span>{session.place}</span>
              </span>
              <span>
                {consoleWords.statusSign[session.status]} {consoleWords.status[session.status]}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
