import { minutesAndSeconds, type Timer, useCountdown } from '../ui/use-countdown';
import { Own, useBoardWords } from './lettering';

/** How long there is still to talk. It ends in two words, without a flash. */
export function BoardTimer({ timer }: { timer: Timer }) {
  const words = useBoardWords();
  const left = useCountdown(timer);
  if (left === null) return null;
  return (
    <p className="board-timer" role="timer" data-over={left === 0 || undefined}>
      {left === 0 ? (
        <Own>{words.timeIsUp}</Own>
      ) : (
        <>
          <small>{words.left}</small> {minutesAndSeconds(left)}
        </>
      )}
    </p>
  );
}
