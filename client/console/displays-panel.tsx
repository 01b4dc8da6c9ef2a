import { type FormEvent, useState } from 'react';
import { graphql } from '../graphql/graphql';
import { Button } from '../ui/button';
import { TextField } from '../ui/text-field';
import { useToast } from '../ui/toasts';
import { checkWords } from '../words/check-words';
import { consoleWords } from '../words/console-words';
import { duringWords } from '../words/during-words';
import { clock } from '../words/era-date';
import { pairingCode } from './pairing-code';
import { PairDisplay, RevokeDisplay } from './session-changes';
import { type DisplayData, isOver, type SessionData } from './session-data';
import { useChange } from './use-change';
import { useConnected } from './use-connected';

const words = consoleWords.displays;
const CODE_LENGTH = 6;
const ADDRESS = '/display';
const CHECK = '/display/check';

export const DisplaysPanel_session = graphql`
  fragment DisplaysPanel_session on Session {
    id
    projected
    displays {
      id
      code
      state
      validUntil
    }
  }
`;

/** The screens in the room: pairs one by the code it shows, ends it at once. A kind of conference that is never shown has none, and says so. */
export function DisplaysPanel({ session, mayPair }: { session: SessionData; mayPair: boolean }) {
  const { standing, people } = useConnected(session.id, !isOver(session), session.displays.length);
  return (
    <section className="panel" aria-labelledby="displays-title">
      <h2 id="displays-title">{words.title}</h2>
      {session.displays.length === 0 ? <p className="hint">{session.projected ? words.none : words.unprojected}</p> : null}
      {session.displays.length > 0 ? (
        <ul className="rows">
          {session.displays.map((display) => (
            <DisplayRow key={display.id} display={display} mayPair={mayPair} standing={standing(display.id)} />
          ))}
        </ul>
      ) : null}
      {people.length > 0 ? <p className="connected">{duringWords.connected(people.map(({ name }) => name))}</p> : null}
      {mayPair && session.displays.length > 0 ? <p className="hint">{duringWords.wallLook}</p> : null}
      {mayPair && session.projected && !isOver(session) ? <Pair session={session.id} /> : null}
      {session.projected && !isOver(session) ? (
        <p>
          <a href={CHECK} target="_blank" rel="noreferrer">
            {checkWords.open}
          </a>{' '}
          <span className="hint">{words.checkHint(`${location.host}${CHECK}`)}</span>
        </p>
      ) : null}
    </section>
  );
}

function DisplayRow({ display, mayPair, standing }: { display: DisplayData; mayPair: boolean; standing: string | undefined }) {
  const say = useToast();
  const [revoke, busy] = useChange(RevokeDisplay);
  const state = display.state.toLowerCase();
  const press = async (): Promise<void> => {
    if ((await revoke({ display: display.id })).done) say({ sentence: words.revoked(display.code) });
  };
  return (
    <li className="row" data-display={display.id}>
      <span className="line">
        <strong className="code">{display.code}</strong>
        <span>{words.state[state] ?? display.state}</span>
        {standing ? <span className="screen-standing">{standing}</span> : null}
        <span className="hint moment">{words.until(clock(display.validUntil))}</span>
      </span>
      {mayPair && (state === 'paired' || state === 'waiting') ? (
        <Button weight="quiet" isPending={busy} onPress={() => void press()} aria-label={`${words.revoke}：${display.code}`}>
          {words.revoke}
        </Button>
      ) : null}
    </li>
  );
}

function Pair({ session }: { session: string }) {
  const say = useToast();
  const [typed, type] = useState('');
  const [fault, setFault] = useState<string>();
  const [pair, busy] = useChange(PairDisplay, { tell: false });
  const code = pairingCode(typed);
  const confirm = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (code.length !== CODE_LENGTH) return setFault(words.codeLength);
    const outcome = await pair({ session, code });
    setFault(outcome.done ? undefined : (outcome.problem?.fields.code ?? outcome.problem?.sentence));
    if (!outcome.done) return;
    type('');
    say({ sentence: words.paired(code) });
  };
  return (
    <form className="pair" onSubmit={(event) => void confirm(event)}>
      <TextField
        label={words.code}
        hint={words.how(`${location.host}${ADDRESS}`)}
        value={typed}
        onChange={type}
        fault={fault}
        autoComplete="off"
      />
      <Button weight="main" type="submit" isPending={busy}>
        {words.pair}
      </Button>
      <a href={ADDRESS} target="_blank" rel="noreferrer">
        {words.openHere}
      </a>
    </form>
  );
}
