import type { Problem } from '../graphql/problem';
import { appWords as words } from '../words/app-words';

/** A fault in place, in words. The sign and the word carry it, not the colour. */
export function ProblemNote({ problem, again }: { problem: Pick<Problem, 'sentence'>; again?: () => void }) {
  return (
    <div className="note note-problem" role="alert">
      <p>
        <span aria-hidden="true">▲ </span>
        {problem.sentence}
      </p>
      {again ? (
        <button type="button" className="button" onClick={again}>
          {words.again}
        </button>
      ) : null}
    </div>
  );
}
