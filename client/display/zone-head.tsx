import { Own, useBoardWords } from './lettering';

/** The head of a list on the wall, how much of it is not drawn, and what stands there while it is empty. */
export function ZoneHead({ title, rest, empty }: { title: string; rest: number; empty: string | false }) {
  const words = useBoardWords();
  return (
    <>
      <h2>
        <span>
          <Own>{title}</Own>
        </span>
        {rest > 0 ? (
          <small>
            <Own>{words.andMore(rest)}</Own>
          </small>
        ) : null}
      </h2>
      {empty ? (
        <p className="board-empty">
          <Own>{empty}</Own>
        </p>
      ) : null}
    </>
  );
}
