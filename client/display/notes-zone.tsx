import type { BoardItem, BoardSession } from './board-document';
import { Subject } from './discussion-zone';
import { Entered, Own, useBoardWords } from './lettering';
import { noteSigns, noteWord } from './note-words';
import { useFit } from './use-fit';
import { ZoneHead } from './zone-head';

/** Left, when the room looks at what it said: the newest first, whole lines only, and how many more there are. */
export function NotesZone({ item, session }: { item: BoardItem; session: BoardSession }) {
  const words = useBoardWords();
  const newest = item.notes.toReversed();
  const [list, shown] = useFit<HTMLUListElement>(newest);
  return (
    <section className="board-discussion board-notes" data-item={item.id}>
      <Subject item={item} />
      <ZoneHead title={words.notes(newest.length)} rest={newest.length - shown} empty={newest.length === 0 && words.noNotes} />
      <ul ref={list}>
        {newest.slice(0, shown).map((note) => (
          <li key={note.id} className="board-note">
            <span className="board-note-kind">
              <span aria-hidden="true">{noteSigns[note.kind]}</span> <Own>{noteWord(session, note.kind)}</Own>
            </span>
            <span className="board-what">
              <Entered>{note.title}</Entered>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
