import { serverNow } from '../graphql/server-clock';
import { secondsLeft } from '../ui/use-countdown';
import type { SessionData } from './session-data';
import { useChange } from './use-change';
import { SetTimer, SetWall } from './wall-changes';

/** The longest that the hub times, in seconds. */
const LONGEST = 4 * 60 * 60;

/** What one does to the wall itself. */
export interface WallControl {
  /** Hides it, or shows it again. */
  readonly hide: () => void;
  /** Holds it still, or lets it go on. */
  readonly freeze: () => void;
  /** Counts so many minutes from now on. */
  readonly time: (minutes: number) => void;
  /** Stops the timer, or lets it go on with what is left. */
  readonly pause: () => void;
  /** A minute more, or less. */
  readonly stretch: (minutes: number) => void;
  readonly clear: () => void;
}

export function useWall(session: SessionData): WallControl {
  const [setWall] = useChange(SetWall);
  const [setTimer] = useChange(SetTimer);
  const { id, wall } = session;
  const turn = (to: SessionData['wall']) => () => void setWall({ session: id, wall: wall === to ? 'SHOWN' : to });
  const set = (seconds: number | null, running: boolean): void => void setTimer({ session: id, seconds, running });
  const running = session.timerEndsAt !== null;
  // Counted when the key is pressed, not when the panel was last drawn.
  const left = (): number | null => secondsLeft(session, serverNow());
  return {
    hide: turn('HIDDEN'),
    freeze: turn('FROZEN'),
    time: (minutes) => set(minutes * 60, true),
    pause: () => {
      const seconds = left();
      if (seconds) set(seconds, !running);
    },
    stretch: (minutes) => {
      const seconds = left();
      if (seconds !== null) set(Math.min(LONGEST, Math.max(0, seconds + minutes * 60)), running || seconds === 0);
    },
    clear: () => set(null, false),
  };
}
