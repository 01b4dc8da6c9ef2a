import { useState } from 'react';
import { Button } from '../ui/button';
import { consoleWords } from '../words/console-words';
import { duringWords } from '../words/during-words';
import { HeldNote, HoldButton } from './held-line';
import { IssueDialog } from './issue-dialog';
import { ApproveIssue, TakeNote } from './note-changes';
import { RewordDialog } from './reword-dialog';
import { type NoteData, noteIn, type SessionData } from './session-data';
import { useUndo } from './undo';
import { useChange } from './use-change';
import { isMadeHere } from './waiting-item';
import { WaitingNote } from './waiting-note';

const words = duringWords.notes;

/** One line of what was said: reworded, taken away, taken off the wall, and of a gap, raised as a community issue. */
export function NoteRow({ note, session, mayChange }: { note: NoteData; session: SessionData; mayChange: boolean }) {
  const [open, show] = useState<'reword' | 'issue' | null>(null);
  const take = useTaking();
  const close = () => show(null);
  return (
    <li className="row note-row" data-note={note.id}>
      <span className="note-what">
        <strong>{note.title}</strong>
        {note.issue ? <span className="hint">{words.issueState[note.issue.state]}</span> : null}
        <HeldNote held={note.held} />
        <WaitingNote row={note.id} />
      </span>
      {mayChange && !isMadeHere(note.id) ? (
        <span className="row-buttons">
          <Gap note={note} session={session} raise={() => show('issue')} />
          {note.issue ? null : (
            <Button weight="quiet" onPress={() => show('reword')} aria-label={`${consoleWords.held.rename}：${note.title}`}>
              {consoleWords.held.rename}
            </Button>
          )}
          <Button weight="quiet" onPress={() => void take(note)} aria-label={`${words.take}：${note.title}`}>
            {words.take}
          </Button>
          {session.projected ? <HoldButton line={{ note }} /> : null}
        </span>
      ) : null}
      {open === 'reword' ? <RewordDialog note={note} close={close} /> : null}
      {open === 'issue' ? <IssueDialog note={note} close={close} /> : null}
    </li>
  );
}

/** What a gap may become where the conference speaks of community issues. */
function Gap({ note, session, raise }: { note: NoteData; session: SessionData; raise: () => void }) {
  const [approve, busy] = useChange(ApproveIssue);
  if (note.kind !== 'GAP' || !session.matters.includes('issue')) return null;
  if (!note.issue)
    return note.held ? null : (
      <Button weight="quiet" onPress={raise} aria-label={`${words.raise}：${note.title}`}>
        {words.raise}
      </Button>
    );
  return note.issue.state === 'DRAFT' ? (
    <Button
      weight="quiet"
      isPending={busy}
      onPress={() => void approve({ note: note.id, version: note.version })}
      aria-label={`${words.approve}：${note.title}`}
    >
      {words.approve}
    </Button>
  ) : null;
}

/** Takes a line away; remembers how to put it back. */
export function useTaking(): (note: Pick<NoteData, 'id' | 'title' | 'version'>) => Promise<void> {
  const { did } = useUndo();
  const [take] = useChange(TakeNote);
  return async ({ id, title, version }) => {
    const outcome = await take({ note: id, taken: true, version }, { taken: false });
    if (!outcome.done) return;
    const next = outcome.answer.takeNote.version;
    did({
      sentence: words.took(title),
      stands: (session) => noteIn(session, id) === undefined,
      back: async () => (await take({ note: id, taken: false, version: next }, { taken: true })).done,
    });
  };
}
