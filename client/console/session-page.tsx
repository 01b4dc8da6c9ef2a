import { useQuery } from '@apollo/client/react';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useMe } from '../app/use-me';
import { problemOf, type Row } from '../graphql/problem';
import { NoSuch } from '../ui/no-such';
import { ProblemNote } from '../ui/problem-note';
import { Skeleton } from '../ui/skeleton';
import { consoleWords as words } from '../words/console-words';
import { dayAndWeekday } from '../words/era-date';
import type { Wording } from './conflict-rows';
import { Conflicts } from './conflicts';
import './console.css';
import { ContactNow } from './contact';
import { itemName } from './item-name';
import { OutboxDesk, useWaiting } from './outbox-desk';
import { Reread } from './reread';
import { SecrecyGate } from './secrecy-gate';
import { SessionConsole } from './session-console';
import { isOver, type SessionData, type SessionStatus } from './session-data';
import { SessionPageDocument } from './session-document';
import { UndoDesk } from './undo';
import { KeysNow, useKeyChoice } from './use-key-choice';
import { useLiveSession } from './use-live-session';
import { useOrganizations } from './use-organizations';
import { usePresence } from './use-presence';

/** The facilitator's and recorder's page of one conference, live. */
export function SessionPage() {
  const { id } = useParams({ from: '/sessions/$id' });
  return <LivePage key={id} id={id} />;
}

function LivePage({ id }: { id: string }) {
  const [answered, setAnswered] = useState(false);
  const { data, loading, error, refetch } = useQuery(SessionPageDocument, { variables: { id } });
  if (!loading && !answered) setAnswered(true);
  const { contact, lostAt, reread } = useLiveSession(id, answered && data?.session?.isIn !== false);
  usePresence(id, Boolean(data?.session?.isIn && !isOver(data.session)));
  const organizations = useOrganizations();
  const session = data?.session;
  const { me } = useMe();
  const [keys, chooseKeys] = useKeyChoice(me?.id);
  const waiting = useWaiting(session, me?.id);
  const wording: Wording = (field, value, row) => wordIn(session, field, value, row) ?? organizations.find((one) => one.id === value)?.name;
  if (error && !session) return <ProblemNote problem={problemOf(error)} again={() => void refetch()} />;
  if (session === undefined) return <Skeleton lines={8} />;
  if (session === null) return <NoSuch sentence={words.missing} />;
  if (!session.isIn) return <SecrecyGate session={session} again={async () => (await refetch()).data?.session?.isIn ?? false} />;
  if (!waiting) return <Skeleton lines={8} />;
  return (
    <Reread value={reread}>
      <Conflicts wording={wording}>
        <title>{`${session.title}｜まるごとハブ`}</title>
        <UndoDesk session={session}>
          <ContactNow value={contact}>
            <OutboxDesk waiting={waiting} contact={contact} session={session}>
              <KeysNow value={keys}>
                <SessionConsole session={session} contact={contact} lostAt={lostAt} organizations={organizations} chooseKeys={chooseKeys} />
              </KeysNow>
            </OutboxDesk>
          </ContactNow>
        </UndoDesk>
      </Conflicts>
    </Reread>
  );
}

/** What the session itself calls a value. Sessions and action items both have a `status`, and OPEN is another word for each. */
function wordIn(session: SessionData | null | undefined, field: string, value: string, row: Row): string | undefined {
  if (field === 'step') return session?.steps[Number(value)];
  // What is planned is told with it: somebody may have moved what another is calling off.
  if (field === 'status' && row.heldOn) return `${words.status[value as SessionStatus]} ${dayAndWeekday(String(row.heldOn))} ${row.place}`;
  if (field === 'status') return 'step' in row ? words.status[value as SessionStatus] : words.conflict.action[value];
  const item = session?.agenda.find((one) => one.id === value);
  return item && itemName(item);
}
