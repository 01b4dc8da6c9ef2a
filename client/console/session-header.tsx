import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { type Me, mayPair, useMe } from '../app/use-me';
import { graphql } from '../graphql/graphql';
import type { Contact } from '../graphql/watch-board';
import { Button } from '../ui/button';
import { useToast } from '../ui/toasts';
import { appWords } from '../words/app-words';
import { consoleWords as words } from '../words/console-words';
import { eraDay, hoursInWords } from '../words/era-date';
import { minutesWords } from '../words/minutes-words';
import { CloseMeeting } from './close-meeting';
import { useIsCutOff } from './contact';
import { kindsToCall } from './kinds-to-call';
import { MakeSession } from './make-session';
import { MoveDialog } from './move-session';
import { OpenSession } from './session-changes';
import type { SessionData } from './session-data';
import { kindBeside } from './session-group';
import { SessionSteps } from './session-steps';
import { mayList } from './table-panel';
import { useUndo } from './undo';
import { useChange } from './use-change';
import { useWithKey } from './use-key-choice';
import { TakeOver } from './wall-changes';

export const SessionHeader_session = graphql`
  fragment SessionHeader_session on Session {
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
    step
    steps
    projected
    matters
    printing
    minuted
    version
    facilitator {
      id
      name
    }
  }
`;

interface SessionHeaderProps {
  readonly session: SessionData;
  readonly contact: Contact;
  readonly maySteer: boolean;
  readonly goTo: (step: number) => void;
  readonly help: () => void;
  readonly recent: () => void;
  /** Absent where the law of the kind leaves nothing on paper, or for whoever does not steer. */
  readonly print: (() => void) | undefined;
}

/** Which meeting, whether it is live, where in it the room is. */
export function SessionHeader({ session, contact, maySteer, goTo, help, recent, print }: SessionHeaderProps) {
  const { status, facilitator } = session;
  const { me } = useMe();
  const navigate = useNavigate();
  const withKey = useWithKey();
  const takesOver = status !== 'CLOSED' && mayPair(me) && me?.id !== facilitator?.id;
  return (
    <header className="session-header">
      <div className="session-name">
        <p className="line">
          {kindBeside(session) ? <span>{kindBeside(session)}</span> : null}
          <span>
            {eraDay(session.heldOn)} {hoursInWords(session)}
          </span>
          <span>{session.place}</span>
          {facilitator ? <span>{words.facilitator(facilitator.name)}</span> : null}
          {takesOver ? <TakeOverButton session={session} /> : null}
        </p>
        <div>
          <h1>{session.title}</h1>
          {status === 'PREPARING' && mayMove(me, session) ? <MoveButton session={session} /> : null}
        </div>
      </div>
      <div className="session-state">
        <p role="status" className="contact" data-contact={contact}>
          {words.contact[contact]}
        </p>
        <p className="badge" data-status={status}>
          {words.statusSign[status]} {words.status[status]}
        </p>
        {maySteer ? <OpenOrClose session={session} /> : null}
      </div>
      <SessionSteps session={session} goTo={maySteer && status !== 'CLOSED' ? goTo : undefined}>
        {maySteer && status !== 'CLOSED' ? (
          <>
            <UndoButton />
            <Button weight="quiet" onPress={recent}>
              {withKey(words.undo.open, 'recent')}
            </Button>
          </>
        ) : null}
        {session.minuted ? (
          <Button weight="quiet" onPress={() => void navigate({ to: '/sessions/$id/minutes', params: { id: session.id } })}>
            {minutesWords.open}
          </Button>
        ) : null}
        {print === undefined ? null : (
          <Button weight="quiet" onPress={print}>
            {withKey(words.print.button, 'print')}
          </Button>
        )}
        <Button weight="quiet" onPress={help}>
          {withKey(words.keys.open, 'help')}
        </Button>
      </SessionSteps>
      {status === 'CLOSED' ? (
        <p className="note">
          {words.closed} {kindsToCall(me).some(({ id }) => id === session.kind) ? <NextButton session={session} /> : null}
        </p>
      ) : null}
    </header>
  );
}

function OpenOrClose({ session }: { session: SessionData }) {
  const [open, opening] = useChange(OpenSession);
  const [closing, close] = useState(false);
  const { id, version, status } = session;
  const isCutOff = useIsCutOff();
  if (status === 'PREPARING') {
    return (
      <Button weight="main" isIdle={isCutOff} isPending={opening} onPress={() => void open({ session: id, version }, { status })}>
        {words.open}
      </Button>
    );
  }
  return status === 'OPEN' ? (
    <>
      <Button isIdle={isCutOff} onPress={() => close(true)}>
        {words.close}
      </Button>
      {closing ? <CloseMeeting session={session} close={() => close(false)} /> : null}
    </>
  ) : null;
}

/** Whoever may call one of its kind; of a 支援会議, whoever called it. The hub decides again. */
function mayMove(me: Me | null | undefined, session: SessionData): boolean {
  return session.secrecy ? mayList(me, session) : kindsToCall(me).some(({ id }) => id === session.kind);
}

/** Until it opens, its day, hours, place and title may be others. */
function MoveButton({ session }: { session: SessionData }) {
  const [moving, move] = useState(false);
  const isCutOff = useIsCutOff();
  return (
    <>
      <Button weight="quiet" isIdle={isCutOff} onPress={() => move(true)}>
        {words.plan.open}
      </Button>
      {moving ? <MoveDialog session={session} close={() => move(false)} /> : null}
    </>
  );
}

/** Where a series goes on: what has been typed once is not typed again. */
function NextButton({ session }: { session: SessionData }) {
  const [making, make] = useState(false);
  return (
    <>
      <Button weight="quiet" onPress={() => make(true)}>
        ＋ {words.home.next}
      </Button>
      {making ? <MakeSession last={session} close={() => make(false)} /> : null}
    </>
  );
}

/** For when the laptop of whoever had the chair is gone. */
function TakeOverButton({ session }: { session: SessionData }) {
  const say = useToast();
  const [takeOver, busy] = useChange(TakeOver);
  const press = async (): Promise<void> => {
    const outcome = await takeOver({ session: session.id, version: session.version }, { frontItem: session.frontItem?.id ?? null });
    if (outcome.done) say({ sentence: words.tookOver });
  };
  return (
    <Button weight="quiet" isPending={busy} onPress={() => void press()}>
      {words.takeOver}
    </Button>
  );
}

/** Says what it would take back. With nothing to take back it stays where it is and says so: a button that comes and goes is missed. */
function UndoButton() {
  const { last, undo } = useUndo();
  const label = words.undo.what(last?.sentence ?? words.undo.nothing);
  return (
    <Button weight="quiet" onPress={undo} isIdle={!last} aria-label={label}>
      {appWords.undo}
    </Button>
  );
}
