import type { NoteKind } from '../display/board-document';
import { consoleWords } from '../words/console-words';
import { AddNote, TakeBackActionItem, TakeBackRole, TakeNote } from './note-changes';
import { AddActionItem, AddRole } from './session-changes';
import { actionIn, noteIn, roleIn, type SessionData } from './session-data';
import { useUndo } from './undo';
import { type Outcome, useChange } from './use-change';

const words = consoleWords.undo;

interface Entry {
  readonly title: string;
  readonly organization: string | null;
}

/** Puts lines on the board below an item, and remembers how to take them back: within ten minutes they never were. */
export interface Adding {
  readonly role: (entry: Entry) => Promise<Outcome<unknown>>;
  readonly action: (entry: Entry & { readonly dueOn: string | null }) => Promise<Outcome<unknown>>;
  readonly note: (kind: NoteKind, title: string) => Promise<Outcome<unknown>>;
  readonly busy: boolean;
}

export function useAdding(item: string): Adding {
  const { did } = useUndo();
  const [addRole, roleBusy] = useChange(AddRole, { tell: false });
  const [addAction, actionBusy] = useChange(AddActionItem, { tell: false });
  const [addNote, noteBusy] = useChange(AddNote, { tell: false });
  const [takeRole] = useChange(TakeBackRole);
  const [takeAction] = useChange(TakeBackActionItem);
  const [takeNote] = useChange(TakeNote);

  /** A line that somebody else has changed since is theirs too. */
  const added = (
    title: string,
    version: number,
    inSession: (session: SessionData) => { version: number } | undefined,
    back: () => Promise<boolean>,
  ) => did({ sentence: words.added(title), stands: (session) => inSession(session)?.version === version, back });

  return {
    role: async (entry) => {
      const outcome = await addRole({ item, ...entry });
      if (!outcome.done) return outcome;
      const { id, version } = outcome.answer.addRole;
      added(
        entry.title,
        version,
        (session) => roleIn(session, id),
        async () => (await takeRole({ role: id, version })).done,
      );
      return outcome;
    },
    action: async (entry) => {
      const outcome = await addAction({ item, ...entry });
      if (!outcome.done) return outcome;
      const { id, version } = outcome.answer.addActionItem;
      added(
        entry.title,
        version,
        (session) => actionIn(session, id),
        async () => (await takeAction({ action: id, version })).done,
      );
      return outcome;
    },
    note: async (kind, title) => {
      const outcome = await addNote({ item, kind, title });
      if (!outcome.done) return outcome;
      const { id, version } = outcome.answer.addNote;
      added(
        title,
        version,
        (session) => noteIn(session, id),
        async () => (await takeNote({ note: id, taken: true, version })).done,
      );
      return outcome;
    },
    busy: roleBusy || actionBusy || noteBusy,
  };
}
