import { boardWords as words } from '../words/board-words';
import { eraDate } from '../words/era-date';
import type { BoardSession } from './board-document';
import { BoardTimer } from './board-timer';

/** Which meeting, which day, and where in it the room is: the step before, this one and the next. */
export function BoardHeader({ session }: { session: BoardSession }) {
  const { step, steps, timerEndsAt, timerLeft } = session;
  // One figure in the corner: the minutes count more than the number of the step.
  const timed = timerEndsAt !== null || timerLeft !== null;
  const near = steps.map((name, index) => ({ name, index })).slice(Math.max(0, step - 1), step + 2);
  return (
    <header className="board-header">
      <p className="board-meeting">
        <span>
          {words.city} {session.kindName}
        </span>
        <strong>
          {words.number(session.number)} {eraDate(session.heldOn)}
        </strong>
      </p>
      <ol className="board-steps">
        {near.map(({ name, index }) => (
          <li key={name} aria-current={index === step ? 'step' : undefined}>
            {index === step ? <span aria-hidden="true">▶ </span> : null}
            {name}
          </li>
        ))}
      </ol>
      {timed ? <BoardTimer timer={session} /> : <p className="board-progress">{words.stepOf(step + 1, steps.length)}</p>}
    </header>
  );
}
