import { displayWords } from '../words/board-words';

const words = displayWords.ended;

/** The permission is over. Nothing of the meeting is left on the screen or in memory. */
export function EndedCard({ why, again }: { why: 'revoked' | 'expired'; again: () => void }) {
  return (
    <main className="board board-pairing">
      <h1>{words[why]}</h1>
      <p>{words.cleared}</p>
      <button type="button" onClick={again}>
        {words.again}
      </button>
    </main>
  );
}
