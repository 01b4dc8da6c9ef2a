import { consoleWords } from '../words/console-words';
import { type RoleData, roleIn } from './session-data';
import { TextDialog } from './text-dialog';
import { textLimits } from './text-limits';
import { useUndo } from './undo';
import { useChange } from './use-change';
import { RenameRole } from './wall-changes';

const words = consoleWords.roles;

/** Rewrites what a role is about: `role` as it stood when the dialog was opened. */
export function RenameDialog({ role, close }: { role: RoleData; close: () => void }) {
  const { did } = useUndo();
  const [rename, busy] = useChange(RenameRole, { tell: false });
  const save = (title: string, { id, title: before, version: opened }: RoleData) =>
    rename({ role: id, title, version: opened }, { title: before }, ({ renameRole: { version } }) =>
      did({
        sentence: words.renamed(title),
        stands: (session) => roleIn(session, id)?.title === title,
        back: async () => (await rename({ role: id, title: before, version }, { title })).done,
      }),
    );
  const field = { field: 'title', most: textLimits.RenameOrder.title, text: role.title, base: role, place: `rename:${role.id}` };
  return <TextDialog title={words.rename} label={words.what} hint={words.whatHint} {...field} busy={busy} save={save} close={close} />;
}
