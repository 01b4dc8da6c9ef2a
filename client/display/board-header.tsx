import { eraDate } from '../words/era-date';
import type { BoardSession } from './board-document';
import { BoardTimer } from './board-timer';
import { Own, useBoardWords } from './lettering';

/** Which meeting, which day, and where in it the room is: the step before, this one and the next. */
export function BoardHeader({ session }: { session: BoardSession }) {
  const words = useBoardWords();
  const { step, steps, timerEndsAt, timerLeft } = session;
  // One figure in the corner: the minutes count more than the number of the step.
  const timed = timerEndsAt !== null || timerLeft !== null;
  const near = steps.map((name, index) => ({ name, index })).slice(Math.max(0, step - 1), step + 2);
  return (
    <header className="board-header">
      <p className="board-meeting">
        <span>
          <Own>{`${words.city} ${session.kindName}`}</Own>
        </span>
        <strong>
          <Own>{`${words.number(session.number)} ${eraDate(session.heldOn)}`}</Own>
        </strong>
      </p>
      <ol className="board-steps">
        {near.map(({ name, index }) => (
          <li key={name} aria-current={index === step ? 'step' : undefined} data-past={index < step || undefined}>
            {index === step ? <span aria-hidden="true">▶ </span> : null}
            <Own>{name}</Own>
          </li>
        ))}
      </ol>
      {timed ? (
        <BoardTimer timer={session} />
      ) : (
        <p className="board-progress">
          <Own>{words.stepOf(step + 1, steps.length)}</Own>
        </p>
      )}
    </header>
  );
}
