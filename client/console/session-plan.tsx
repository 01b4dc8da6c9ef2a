import { useState } from 'react';
import { type Me, useMe } from '../app/use-me';
import { Button } from '../ui/button';
import { consoleWords as words } from '../words/console-words';
import { CancelDialog } from './cancel-session';
import { useIsCutOff } from './contact';
import { kindsToCall } from './kinds-to-call';
import { MakeSession } from './make-session';
import { MoveDialog } from './move-session';
import type { SessionData } from './session-data';
import { mayList } from './table-panel';

/** Whoever may call one of its kind; of a 支援会議, whoever called it. The hub decides again. */
function mayMove(me: Me | null | undefined, session: SessionData): boolean {
  return session.secrecy ? mayList(me, session) : kindsToCall(me).some(({ id }) => id === session.kind);
}

/** Until it opens, its day, hours, place and title may be others, and it may be called off. */
export function PlanButtons({ session }: { session: SessionData }) {
  const { me } = useMe();
  const [open, show] = useState<'move' | 'cancel' | null>(null);
  const isCutOff = useIsCutOff();
  if (session.status !== 'PREPARING' || !mayMove(me, session)) return null;
  return (
    <span className="row-buttons">
      <Button weight="quiet" isIdle={isCutOff} onPress={() => show('move')}>
        {words.plan.open}
      </Button>
      <Button weight="quiet" isIdle={isCutOff} onPress={() => show('cancel')}>
        {words.cancel.open}
      </Button>
      {open === 'move' ? <MoveDialog session={session} close={() => show(null)} /> : null}
      {open === 'cancel' ? <CancelDialog session={session} close={() => show(null)} /> : null}
    </span>
  );
}

/** What has become of the plan, where that is no meeting: it was called off, its day has passed without it, or it is over. */
export function PlanNote({ session }: { session: SessionData }) {
  const { me } = useMe();
  const { status, lapsed, cancelledBecause } = session;
  if (lapsed)
    return (
      <p className="note" role="status">
        {words.plan.lapsedMeans}
        {mayMove(me, session) ? words.plan.lapsedNext : null}
      </p>
    );
  if (status === 'CANCELLED')
    return (
      <p className="note" role="status">
        {cancelledBecause ? words.cancel.because(cancelledBecause) : words.cancel.plain}{' '}
        {session.agenda.length > 0 ? words.cancel.waits : null} <NextButton session={session} word={words.cancel.again} />
      </p>
    );
  return status === 'CLOSED' ? (
    <p className="note">
      {words.closed} <NextButton session={session} word={words.home.next} />
    </p>
  ) : null;
}

/** Where a series goes on: what has been typed once is not typed again. */
function NextButton({ session, word }: { session: SessionData; word: string }) {
  const { me } = useMe();
  const [making, make] = useState(false);
  if (!kindsToCall(me).some(({ id }) => id === session.kind)) return null;
  return (
    <>
      <Button weight="quiet" onPress={() => make(true)}>
        ＋ {word}
      </Button>
      {making ? <MakeSession last={session} close={() => make(false)} /> : null}
    </>
  );
}
