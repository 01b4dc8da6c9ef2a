import { useState } from 'react';
import { graphql } from '../graphql/graphql';
import type { Problem } from '../graphql/problem';
import { Button } from '../ui/button';
import { ProblemNote } from '../ui/problem-note';
import { consoleWords } from '../words/console-words';
import { eraDay, hoursInWords } from '../words/era-date';
import { tableWords } from '../words/table-words';
import { AcknowledgeSecrecy } from './session-changes';
import type { SessionData } from './session-data';
import { useChange } from './use-change';

const words = tableWords.gate;

export const SecrecyGate_session = graphql`
  fragment SecrecyGate_session on Session {
    id
    kindName
    number
    heldOn
    startsAt
    endsAt
    place
    status
    isIn
    opening
    secrecy
  }
`;

/** So many times the page asks whether the session has opened, and so long it waits in between (ms): another node may learn of the oath a second later. */
const ASKED = 6;
const BETWEEN = 300;

interface SecrecyGateProps {
  readonly session: SessionData;
  /** Asks for the session again; resolves to whether it is open now. */
  readonly again: () => Promise<boolean>;
}

/** What a member of a 支援会議 sees before they acknowledge the duty of secrecy: that it is, its opening, the law, and one button. */
export function SecrecyGate({ session, again }: SecrecyGateProps) {
  const [acknowledge, busy] = useChange(AcknowledgeSecrecy, { tell: false });
  const [waiting, wait] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const isCancelled = session.status === 'CANCELLED';
  const press = async (): Promise<void> => {
    const outcome = await acknowledge({ session: session.id });
    if (!outcome.done) return setProblem(outcome.problem);
    wait(true);
    for (let asked = 0; asked < ASKED && !(await again()); asked += 1) await new Promise((done) => setTimeout(done, BETWEEN));
    wait(false);
  };
  return (
    <article className="gate panel">
      <title>{`${session.kindName}｜まるごとハブ`}</title>
      <p className="line hint">
        <span>
          {eraDay(session.heldOn)} {hoursInWords(session)}
        </span>
        <span>{session.place}</span>
      </p>
      <h1>
        {session.kindName} {consoleWords.number(session.number)}
      </h1>
      <p>{isCancelled ? words.cancelled : words.lead}</p>
      <section>
        <h2>{words.opening}</h2>
        <p>{session.opening}</p>
      </section>
      <section>
        <h2>{words.law}</h2>
        <p>{session.secrecy}</p>
      </section>
      {problem ? <ProblemNote problem={problem} /> : null}
      {isCancelled ? null : (
        <Button weight="main" isPending={busy || waiting} onPress={() => void press()} autoFocus>
          {words.acknowledge}
        </Button>
      )}
      <p role="status" className="hint">
        {waiting ? words.waiting : ''}
      </p>
    </article>
  );
}
