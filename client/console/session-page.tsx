import { useQuery } from '@apollo/client/react';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { problemOf } from '../graphql/problem';
import { ProblemNote } from '../ui/problem-note';
import { Skeleton } from '../ui/skeleton';
import { consoleWords as words } from '../words/console-words';
import type { Wording } from './conflict-rows';
import { Conflicts } from './conflicts';
import './console.css';
import { itemName } from './item-name';
import { Reread } from './reread';
import { SessionConsole } from './session-console';
import type { SessionData } from './session-data';
import { SessionPageDocument } from './session-document';
import { useLiveSession } from './use-live-session';
import { useOrganizations } from './use-organizations';

/** The facilitator's and recorder's page of one conference, live. */
export function SessionPage() {
  const { id } = useParams({ from: '/sessions/$id' });
  return <LivePage key={id} id={id} />;
}

function LivePage({ id }: { id: string }) {
  const [answered, setAnswered] = useState(false);
  const { data, loading, error, refetch } = useQuery(SessionPageDocument, { variables: { id } });
  if (!loading && !answered) setAnswered(true);
  const { contact, reread } = useLiveSession(id, answered);
  const organizations = useOrganizations();
  const session = data?.session;
  const wording: Wording = (field, value) => wordIn(session, field, value) ?? organizations.find((one) => one.id === value)?.name;
  if (error && !session) return <ProblemNote problem={problemOf(error)} again={() => void refetch()} />;
  if (session === undefined) return <Skeleton lines={8} />;
  if (session === null) return <ProblemNote problem={{ sentence: words.missing }} />;
  return (
    <Reread value={reread}>
      <Conflicts wording={wording}>
        <title>{`${session.title}｜まるごとハブ`}</title>
        <SessionConsole session={session} contact={contact} organizations={organizations} />
      </Conflicts>
    </Reread>
  );
}

/** What the session itself calls a value. */
function wordIn(session: SessionData | null | undefined, field: string, value: string): string | undefined {
  if (field === 'step') return session?.steps[Number(value)];
  if (field === 'status') return words.conflict.status[value];
  const item = session?.agenda.find((one) => one.id === value);
  return item && itemName(item);
}
