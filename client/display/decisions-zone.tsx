import type { BoardDecision } from './board-document';
import { Entered, Own, useBoardWords } from './lettering';
import { useFit } from './use-fit';

/** Left, while the meeting is read out: what was decided on the item, in the words that are read, and which of it the room has heard. */
export function DecisionsZone({ decisions }: { decisions: readonly BoardDecision[] }) {
  const words = useBoardWords();
  // What is still to be read stands first: the room follows whoever reads.
  const inOrder = decisions.toSorted((one, other) => Number(one.readBackAt !== null) - Number(other.readBackAt !== null));
  const [list, shown] = useFit<HTMLUListElement>(inOrder);
  const rest = decisions.length - shown;
  return (
    <section className="board-discussion board-decisions">
      <h1 className="board-subject">
        <span className="board-title">
          <Own>{words.decisions}</Own>
        </span>
        {rest > 0 ? (
          <small>
            <Own>{words.andMore(rest)}</Own>
          </small>
        ) : null}
      </h1>
      <ul ref={list}>
        {inOrder.slice(0, shown).map(({ id, title, readBackAt }) => (
          <li key={id} data-read={readBackAt !== null || undefined}>
            <span aria-hidden="true">{readBackAt ? '●' : '■'}</span>
            <span>
              <Entered>{title}</Entered>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
