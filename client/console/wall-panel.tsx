import { graphql } from '../graphql/graphql';
import { Button } from '../ui/button';
import { minutesAndSeconds, useCountdown } from '../ui/use-countdown';
import { consoleWords } from '../words/console-words';
import { slideWords } from '../words/slide-words';
import { useIsCutOff } from './contact';
import type { SessionData } from './session-data';
import { useWithKey } from './use-key-choice';
import type { WallControl } from './use-wall';

const { wall: words, timer: timerWords } = consoleWords;
/** Minutes that are offered at once; any other is a minute more or less. */
const OFFERED = [5, 10, 15, 20];

export const WallPanel_session = graphql`
  fragment WallPanel_session on Session {
    id
    wall
    timerEndsAt
    timerLeft
  }
`;

interface WallPanelProps {
  readonly session: SessionData;
  /** Absent for people who may only look. */
  readonly control?: WallControl;
  /** Opens what the wall can be turned to. */
  readonly turn?: () => void;
}

/** What the facilitator's hand finds in the same corner always: hide the wall, hold it still, and the minutes. */
export function WallPanel({ session, control, turn }: WallPanelProps) {
  const { wall } = session;
  const isCutOff = useIsCutOff();
  const withKey = useWithKey();
  return (
    <section className="panel wall-panel" data-wall={wall} aria-labelledby="wall-title">
      <h2 id="wall-title">{session.projected ? words.title : timerWords.panel}</h2>
      {session.projected ? (
        <>
          <p role="status" className="wall-state">
            <strong>{words.state[wall]}</strong>
            <span className="hint">{words.hint[wall]}</span>
          </p>
          {control ? (
            <div className="wall-buttons">
              <Button weight={wall === 'HIDDEN' ? 'main' : 'plain'} isIdle={isCutOff} onPress={control.hide}>
                {withKey(wall === 'HIDDEN' ? words.show : words.hide, 'hide')}
              </Button>
              <Button isIdle={isCutOff} onPress={control.freeze}>
                {withKey(wall === 'FROZEN' ? words.release : words.freeze, 'freeze')}
              </Button>
              {turn ? <Button onPress={turn}>{withKey(slideWords.title, 'slides')}</Button> : null}
            </div>
          ) : null}
        </>
      ) : null}
      <Timing session={session} control={control} />
    </section>
  );
}

function Timing({ session, control }: WallPanelProps) {
  const left = useCountdown(session);
  const withKey = useWithKey();
  const running = session.timerEndsAt !== null;
  return (
    <fieldset className="timing">
      <legend>{timerWords.title}</legend>
      <p role="timer" className="timing-left" data-over={left === 0 || undefined}>
        {left === null ? timerWords.none : left === 0 ? timerWords.over : minutesAndSeconds(left)}
      </p>
      {control && left !== null ? (
        <div className="row-buttons">
          <Button weight="quiet" isIdle={left === 0} onPress={control.pause}>
            {withKey(running ? timerWords.pause : timerWords.resume, 'pause')}
          </Button>
          <Button weight="quiet" onPress={() => control.stretch(-1)}>
            {timerWords.less}
          </Button>
          <Button weight="quiet" onPress={() => control.stretch(1)}>
            {timerWords.more}
          </Button>
          <Button weight="quiet" onPress={control.clear}>
            {timerWords.clear}
          </Button>
        </div>
      ) : null}
      {control && left === null ? (
        <div className="row-buttons">
          {OFFERED.map((minutes) => (
            <Button key={minutes} weight="quiet" aria-label={timerWords.startLabel(minutes)} onPress={() => control.time(minutes)}>
              {timerWords.start(minutes)}
            </Button>
          ))}
        </div>
      ) : null}
    </fieldset>
  );
}
