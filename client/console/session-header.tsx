import { useState } from 'react';
import { graphql } from '../graphql/graphql';
import type { Contact } from '../graphql/watch-board';
import { Button } from '../ui/button';
import { consoleWords as words } from '../words/console-words';
import { eraDate } from '../words/era-date';
import { CloseMeeting } from './close-meeting';
import { OpenSession } from './session-changes';
import type { SessionData } from './session-data';
import { useChange } from './use-change';

export const SessionHeader_session = graphql`
  fragment SessionHeader_session on Session {
    id
    kindName
    number
    title
    heldOn
    place
    status
    step
    steps
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
}

/** Which meeting, whether it is live, where in it the room is. */
export function SessionHeader({ session, contact, maySteer, goTo, help }: SessionHeaderProps) {
  const [open, opening] = useChange(OpenSession);
  const [closing, close] = useState(false);
  const { id, version, status, facilitator } = session;
  return (
    <header className="session-header">
      <div className="session-name">
        <p className="line">
          <span>
            {session.kindName} {words.number(session.number)}
          </span>
          <span>{eraDate(session.heldOn)}</span>
          <span>{session.place}</span>
          {facilitator ? <span>{words.facilitator(facilitator.name)}</span> : null}
        </p>
        <h1>{session.title}</h1>
      </div>
      <div className="session-state">
        <p role="status" className="contact" data-contact={contact}>
          {words.contact[contact]}
        </p>
        <p>
          {words.statusSign[status]} {words.status[status]}
        </p>
        <Button weight="quiet" onPress={help}>
          {words.keys.open}
        </Button>
        {maySteer && status === 'PREPARING' ? (
          <Button weight="main" isPending={opening} onPress={() => void open({ session: id, version })}>
            {words.open}
          </Button>
        ) : null}
        {maySteer && status === 'OPEN' ? <Button onPress={() => close(true)}>{words.close}</Button> : null}
      </div>
      <Steps session={session} goTo={maySteer && status !== 'CLOSED' ? goTo : undefined} />
      {closing ? <CloseMeeting session={session} close={() => close(false)} /> : null}
    </header>
  );
}

function Steps({ session, goTo }: { session: SessionData; goTo?: (step: number) => void }) {
  const { step, steps } = session;
  return (
    <nav className="steps" aria-label={words.steps}>
      <ol>
        {steps.map((name, index) => (
          <li key={name} aria-current={index === step ? 'step' : undefined}>
            <button type="button" disabled={!goTo || index === step} onClick={() => goTo?.(index)}>
              {index === step ? '▶ ' : index < step ? '● ' : ''}
              {name}
            </button>
          </li>
        ))}
      </ol>
      {goTo ? (
        <Button weight="main" isDisabled={step >= steps.length - 1} onPress={() => goTo(step + 1)}>
          {words.next} →
        </Button>
      ) : null}
    </nav>
  );
}
