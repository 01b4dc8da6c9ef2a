import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { mayPair, useMe } from '../app/use-me';
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
import { OpenSession } from './session-changes';
import { isOver, type SessionData } from './session-data';
import { kindBeside, statusInWords } from './session-group';
import { PlanButtons, PlanNote } from './session-plan';
import { SessionSteps } from './session-steps';
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
    lapsed
    cancelledBecause
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
  const over = isOver(session);
  const takesOver = !over && mayPair(me) && me?.id !== facilitator?.id;
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
          <PlanButtons session={session} />
        </div>
      </div>
      <div className="session-state">
        <p role="status" className="contact" data-contact={contact}>
          {words.contact[contact]}
        </p>
        <p className="badge" data-status={status}>
          {statusInWords(session)}
        </p>
        {maySteer ? <OpenOrClose session={session} /> : null}
      </div>
      <SessionSteps session={session} goTo={maySteer && !over ? goTo : undefined}>
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
      <PlanNote session={session} />
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
