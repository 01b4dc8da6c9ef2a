import { type FormEvent, useState } from 'react';
import type { Problem } from '../graphql/problem';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { ProblemNote } from '../ui/problem-note';
import { TextField } from '../ui/text-field';
import { isFitting } from '../ui/text-length';
import { appWords } from '../words/app-words';
import { consoleWords } from '../words/console-words';
import { type RoleData, roleIn } from './session-data';
import { textLimits } from './text-limits';
import { useUndo } from './undo';
import { useChange } from './use-change';
import { RenameRole } from './wall-changes';

const words = consoleWords.roles;
const MOST = textLimits.RenameOrder.title;

/** Rewrites what a role is about: `role` as it stood when the dialog was opened. What was typed stays when the hub refuses it. */
export function RenameDialog({ role, close }: { role: RoleData; close: () => void }) {
  const { did } = useUndo();
  const [title, setTitle] = useState(role.title);
  const [problem, setProblem] = useState<Problem>();
  const [rename, busy] = useChange(RenameRole, { tell: false });
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const next = title.trim();
    if (!isFitting(next, MOST)) return;
    const outcome = await rename({ role: role.id, title: next, version: role.version }, { title: role.title });
    if (!outcome.done) return setProblem(outcome.problem);
    const { version } = outcome.answer.renameRole;
    did({
      sentence: words.renamed(next),
      stands: (session) => roleIn(session, role.id)?.title === next,
      back: async () => (await rename({ role: role.id, title: role.title, version }, { title: next })).done,
    });
    close();
  };
  return (
    <Dialog title={words.rename} close={close}>
      <form onSubmit={(event) => void save(event)}>
        <TextField
          label={words.what}
          hint={words.whatHint}
          value={title}
          onChange={setTitle}
          fault={problem?.fields.title}
          isRequired
          autoFocus
          most={MOST}
        />
        {problem ? <ProblemNote problem={problem} /> : null}
        <div className="dialog-buttons">
          <Button onPress={close}>{appWords.cancel}</Button>
          <Button weight="main" type="submit" isPending={busy} isDisabled={!isFitting(title, MOST)}>
            {appWords.save}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
