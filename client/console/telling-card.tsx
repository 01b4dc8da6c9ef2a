import { boardWords } from '../words/board-words';
import type { ItemData } from './session-data';

/** A report, or a fiction, which says that it is one. */
export function TellingCard({ item }: { item: ItemData }) {
  return (
    <article className="case-card">
      {item.kind === 'FICTION' ? <p className="hint">■ {boardWords.fictionMeans}</p> : null}
      <p>{item.words}</p>
    </article>
  );
}
