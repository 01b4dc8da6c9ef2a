import { indicatorWords as words } from '../words/indicator-words';
import type { IndicatorData } from './indicator-data';

/** What is counted, and the plan's own notes on how to read it. */
export function IndicatorNotes({ indicators }: { indicators: readonly IndicatorData[] }) {
  const notes = readingNotes(indicators);
  return (
    <>
      {notes.length > 0 ? (
        <section className="panel">
          <h2>{words.notes}</h2>
          <ul className="notes">
            {notes.map(([note, numbers]) => (
              <li key={note}>
                <strong>{numbers.map((number) => `#${number}`).join(' ')}</strong> {note}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <section className="panel">
        <h2>{words.definition}</h2>
        <ol className="notes">
          {indicators.map(({ id, definition }) => (
            <li key={id}>{definition}</li>
          ))}
        </ol>
      </section>
    </>
  );
}

/** Each note once, with the indicators it is for. */
function readingNotes(indicators: readonly IndicatorData[]): (readonly [note: string, numbers: readonly number[]])[] {
  const notes = new Map<string, number[]>();
  for (const { readingNote, number } of indicators) {
    if (readingNote) notes.set(readingNote, [...(notes.get(readingNote) ?? []), number]);
  }
  return [...notes];
}
