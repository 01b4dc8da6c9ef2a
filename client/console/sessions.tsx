import { useQuery } from '@apollo/client/react';
import { type ReactNode, useState } from 'react';
import { type Me, mayRequest, maySteer } from '../app/use-me';
import { graphql } from '../graphql/graphql';
import { problemOf } from '../graphql/problem';
import { InboxCount } from '../inbox/inbox-count';
import '../inbox/inbox.css';
import { ToLookAfter } from '../protection/to-look-after';
import { Button } from '../ui/button';
import { ProblemNote } from '../ui/problem-note';
import { Skeleton } from '../ui/skeleton';
import { consoleWords } from '../words/console-words';
import { cityDay } from '../words/era-date';
import { tableWords } from '../words/table-words';
import './console.css';
import { ComingSessions } from './coming-sessions';
import { ConveneSupportDialog } from './convene-support';
import { kindsToCall, type NamedKind } from './kinds-to-call';
import { MakeSession } from './make-session';
import { OwnRequestList } from './own-requests';
import { SentBack } from './sent-back';
import { type SessionEntry, SessionGroup } from './session-group';

const words = consoleWords.home;

const HomePageDocument = graphql<{ sessions: readonly SessionEntry[] }>`
  query HomePage {
    sessions(limit: 50) {
      id
      kind
      kindName
      number
      title
      heldOn
      startsAt
      endsAt
      place
      status
      lapsed
    }
  }
`;

/** The conferences that this person may see, today's first. */
export function Sessions({ me }: { me: Me }) {
  const { data, error, refetch } = useQuery(HomePageDocument);
  const [making, make] = useState(false);
  const [calling, call] = useState(false);
  const callable = kindsToCall(me);
  return (
    <>
      <div className="page-head">
        <h1>{words.title}</h1>
        <span className="row-buttons">
          {me.roles.includes('coordinator') ? <Button onPress={() => call(true)}>＋ {tableWords.convene.open}</Button> : null}
          {callable.length > 0 ? <Button onPress={() => make(true)}>＋ {words.make}</Button> : null}
        </span>
      </div>
      <InboxCount />
      <ToLookAfter />
      {maySteer(me) ? <SentBack /> : null}
      {error && !data ? <ProblemNote problem={problemOf(error)} again={() => void refetch()} /> : null}
      {!data && !error ? <Skeleton lines={8} /> : null}
      {data ? (
        <ByDay sessions={data.sessions} callable={callable}>
          {mayRequest(me) ? <OwnRequestList /> : null}
        </ByDay>
      ) : null}
      {making ? <MakeSession close={() => make(false)} /> : null}
      {calling ? <ConveneSupportDialog me={me.id} close={() => call(false)} /> : null}
    </>
  );
}

interface ByDayProps {
  readonly sessions: readonly SessionEntry[];
  readonly callable: readonly NamedKind[];
  readonly children: ReactNode;
}

/** What is on, what is coming, what one asked of it (`children`), and what is over. */
function ByDay({ sessions, callable, children }: ByDayProps) {
  const { today, coming, past } = byDay(sessions, cityDay());
  return (
    <>
      <SessionGroup title={words.today} sessions={today} none={words.none.today} isToday />
      <ComingSessions sessions={coming} callable={callable} />
      {children}
      <SessionGroup title={words.past} sessions={past} none={words.none.past} />
    </>
  );
}

const whenOf = ({ heldOn, startsAt }: SessionEntry): string => `${heldOn} ${startsAt ?? ''}`;

/** A meeting left open stays with today's, whatever its day. The nearest comes first on either side. */
function byDay(sessions: readonly SessionEntry[], day: string) {
  const inOrder = [...sessions].sort((one, other) => whenOf(one).localeCompare(whenOf(other)));
  const today = inOrder.filter(({ heldOn, status }) => heldOn === day || status === 'OPEN');
  const rest = inOrder.filter((session) => !today.includes(session));
  return { today, coming: rest.filter(({ heldOn }) => heldOn > day), past: rest.filter(({ heldOn }) => heldOn < day).reverse() };
}
