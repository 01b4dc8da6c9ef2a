import { tableWords } from '../words/table-words';
import { isOver, type SessionData } from './session-data';

/** What the facilitator reads out: it lies open until the first step is behind the room. The gate of a 支援会議 has shown it to each member already. */
export function OpeningText({ session }: { session: SessionData }) {
  if (isOver(session) || session.step > 0) return null;
  return (
    <section className="panel opening-text" aria-labelledby="opening-title">
      <h2 id="opening-title">{tableWords.gate.opening}</h2>
      <p>{session.opening}</p>
    </section>
  );
}
