import { type FormEvent, useState } from 'react';
import type { Problem } from '../graphql/problem';
import { Button } from '../ui/button';
import { Choice } from '../ui/choice';
import { Dialog } from '../ui/dialog';
import { ProblemNote } from '../ui/problem-note';
import { TextField } from '../ui/text-field';
import { isFitting } from '../ui/text-length';
import { appWords } from '../words/app-words';
import { consoleWords } from '../words/console-words';
import { DraftNote } from './draft-note';
import type { Named } from './session-data';
import { textLimits } from './text-limits';
import { useAdding } from './use-adding';
import { isTaken } from './use-change';
import { useDraft } from './use-draft';

const words = consoleWords.roles;
const MOST = textLimits.RoleOrder.title;
const fresh: { readonly title: string; readonly organization: string | null } = { title: '', organization: null };

/** Adds a role; the organisation may come later. What was typed stays when the hub refuses it. */
export function RoleDialog({ item, organizations, close }: { item: string; organizations: readonly Named[]; close: () => void }) {
  const { draft, write, found, drop } = useDraft(`role:${item}`, fresh);
  const [problem, setProblem] = useState<Problem>();
  const { role: add, busy } = useAdding(item);
  const { title, organization } = draft;
  const leave = (): void => {
    drop();
    close();
  };
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (!isFitting(title, MOST)) return;
    const outcome = await add({ title: title.trim(), organization });
    if (isTaken(outcome)) leave();
    else setProblem(outcome.done ? undefined : outcome.problem);
  };
  return (
    <Dialog title={words.add} close={close}>
      <form onSubmit={(event) => void save(event)}>
        <TextField
          label={words.what}
          hint={words.whatHint}
          value={title}
          onChange={(next) => write({ ...draft, title: next })}
          fault={problem?.fields.title}
          isRequired
          autoFocus
          most={MOST}
        />
        <Choice
          label={words.who}
          none={words.unfilled}
          options={organizations}
          value={organization}
          choose={(next) => write({ ...draft, organization: next })}
          fault={problem?.fields.organization}
        />
        <DraftNote found={found} drop={drop} />
        {problem ? <ProblemNote problem={problem} /> : null}
        <div className="dialog-buttons">
          <Button onPress={leave}>{appWords.cancel}</Button>
          <Button weight="main" type="submit" isPending={busy} isDisabled={!isFitting(title, MOST)}>
            {appWords.save}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
