import { displayWords } from '../words/board-words';
import { Entered, Own } from './lettering';

/** The board while nothing is before the room: never blank white. */
export function TitleCard({ title, when, sentence }: { title: string | undefined; when?: string; sentence: string }) {
  return (
    <main className="board-title-card">
      <h1>{title === undefined ? displayWords.pairing.title : <Entered>{title}</Entered>}</h1>
      {when ? (
        <p>
          <Own>{when}</Own>
        </p>
      ) : null}
      <p>
        <Own>{sentence}</Own>
      </p>
    </main>
  );
}
