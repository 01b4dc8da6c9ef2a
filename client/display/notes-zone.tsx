import { boardWords as words } from '../words/board-words';
import type { BoardItem, BoardSession } from './board-document';
import { Subject } from './discussion-zone';
import { itemTitle, tagOf } from './item-head';
import { noteSigns, noteWord } from './note-words';
import { useFit } from './use-fit';

/** Left, when the room looks at what it said: the newest first, whole lines only, and how many more there are. */
export function NotesZone({ item, session }: { item: BoardItem; session: BoardSession }) {
  const newest = item.notes.toReversed();
  const [list, shown] = useFit<HTMLUListElement>(newest);
  const rest = newest.length - shown;
  return (
    <section className="board-discussion board-notes" data-item={item.id}>
      <Subject tag={tagOf(item)} title={itemTitle(item)} />
      <h2>
        {words.notes(newest.length)}
        {rest > 0 ? <small>{words.andMore(rest)}</small> : null}
      </h2>
      {newest.length === 0 ? <p className="board-empty">{words.noNotes}</p> : null}
      <ul ref={list}>
        {newest.slice(0, shown).map((note) => (
          <li key={note.id} className="board-note">
            <span className="board-note-kind">
              <span aria-hidden="true">{noteSigns[note.kind]}</span> {noteWord(session, note.kind)}
            </span>
            <span className="board-what">{note.title}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
