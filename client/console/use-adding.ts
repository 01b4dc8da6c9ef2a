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

interface Made {
  readonly id: string;
  readonly version: number;
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
    { id, version }: Made,
    inSession: (session: SessionData, id: string) => Made | undefined,
    back: (made: Made) => Promise<Outcome<unknown>>,
  ) =>
    did({
      sentence: words.added(title),
      stands: (session) => inSession(session, id)?.version === version,
      back: async () => (await back({ id, version })).done,
    });

  return {
    role: (entry) =>
      addRole({ item, ...entry }, undefined, ({ addRole: made }) =>
        added(entry.title, made, roleIn, ({ id, version }) => takeRole({ role: id, version })),
      ),
    action: (entry) =>
      addAction({ item, ...entry }, undefined, ({ addActionItem: made }) =>
        added(entry.title, made, actionIn, ({ id, version }) => takeAction({ action: id, version })),
      ),
    note: (kind, title) =>
      addNote({ item, kind, title }, undefined, ({ addNote: made }) =>
        added(title, made, noteIn, ({ id, version }) => takeNote({ note: id, taken: true, version })),
      ),
    busy: roleBusy || actionBusy || noteBusy,
  };
}
