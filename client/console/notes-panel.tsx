import { noteSigns, noteWord } from '../display/note-words';
import { graphql } from '../graphql/graphql';
import { Button } from '../ui/button';
import { duringWords } from '../words/during-words';
import { NoteRow } from './note-row';
import type { ItemData, SessionData } from './session-data';
import { useFocus } from './use-focus';
import { useWithKey } from './use-key-choice';

const words = duringWords.notes;

export const NotesPanel_session = graphql`
  fragment NotesPanel_session on Session {
    id
    focus
    slides
    noteKinds
    noteWords
  }
`;

export const NotesPanel_item = graphql`
  fragment NotesPanel_item on AgendaItem {
    id
    notes {
      id
      kind
      title
      held
      issue {
        id
        state
      }
      version
    }
  }
`;

interface NotesPanelProps {
  readonly item: ItemData;
  readonly session: SessionData;
  readonly mayChange: boolean;
}

/** What people in the room said to the item, under the words of this kind of conference. */
export function NotesPanel({ item, session, mayChange }: NotesPanelProps) {
  const { notes } = useFocus(session);
  const withKey = useWithKey();
  return (
    <section className="panel notes-panel" aria-labelledby="notes-title">
      <div className="panel-head">
        <h2 id="notes-title">{words.title}</h2>
        {mayChange && session.projected && item.id === session.frontItem?.id ? (
          <Button weight="quiet" onPress={notes}>
            {withKey(session.focus === 'NOTES' ? words.showMatter : words.showNotes, 'focus')}
          </Button>
        ) : null}
      </div>
      {item.notes.length === 0 ? (
        <p className="hint">
          {words.empty}
          {mayChange ? words.emptyHint(withKey(`「${duringWords.quick.title}」`, 'quickNote')) : null}
        </p>
      ) : null}
      {session.noteKinds.map((kind) => {
        const said = item.notes.filter((note) => note.kind === kind);
        return said.length === 0 ? null : (
          <div key={kind} className="notes-kind">
            <h3>
              <span aria-hidden="true">{noteSigns[kind]}</span> {noteWord(session, kind)}
            </h3>
            <ul className="rows">
              {said.map((note) => (
                <NoteRow key={note.id} note={note} session={session} mayChange={mayChange} />
              ))}
            </ul>
          </div>
        );
      })}
    </section>
  );
}
