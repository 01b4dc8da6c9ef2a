import { boardWords, displayWords } from '../words/board-words';
import type { Pairing } from './pairing';

const words = displayWords.pairing;

/** The code that a facilitator types into the console, and how. */
export function PairingCard({ pairing, trouble }: { pairing?: Pairing; trouble: boolean }) {
  return (
    <main className="board board-pairing">
      <h1>
        {boardWords.city} {words.title}
      </h1>
      <p className="board-code">{pairing?.code}</p>
      <p className="board-ask">{words.ask}</p>
      <p>{words.where}</p>
      <p role="status" className="board-standing">
        {standing(pairing, trouble)}
      </p>
    </main>
  );
}

/** Empty until the first answer: a sentence that is replaced after a blink would only move. */
function standing(pairing: Pairing | undefined, trouble: boolean): string {
  if (trouble) return `▲ ${words.trouble}`;
  return pairing ? words.until(pairing.expiresAt) : '';
}
