import { type FormEvent, useState } from 'react';
import type { Problem } from '../graphql/problem';
import { Button } from '../ui/button';
import { Choice } from '../ui/choice';
import { Dialog } from '../ui/dialog';
import { ProblemNote } from '../ui/problem-note';
import { TextField } from '../ui/text-field';
import { appWords } from '../words/app-words';
import { consoleWords } from '../words/console-words';
import { eraDate } from '../words/era-date';
import { AddActionItem, ReviseActionItem } from './session-changes';
import type { ActionData, Named } from './session-data';
import { useChange } from './use-change';

const words = consoleWords.actions;

interface ActionDialogProps {
  readonly item: string;
  /** The action item as it stood when the dialog was opened; none to add one. */
  readonly action?: ActionData;
  readonly organizations: readonly Named[];
  readonly close: () => void;
}

/** Adds an action item or puts one right. What was typed stays when the hub refuses it. */
export function ActionDialog({ item, action, organizations, close }: ActionDialogProps) {
  const [title, setTitle] = useState(action?.title ?? '');
  const [organization, setOrganization] = useState(action?.organization?.id ?? null);
  const [dueOn, setDueOn] = useState(action?.dueOn ?? '');
  const [problem, setProblem] = useState<Problem>();
  const [add, adding] = useChange(AddActionItem, { tell: false });
  const [revise, revising] = useChange(ReviseActionItem, { tell: false });
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const entry = { title: title.trim(), organization, dueOn: dueOn || null };
    const outcome = action ? await revise({ action: action.id, version: action.version, ...entry }) : await add({ item, ...entry });
    if (outcome.done || !outcome.problem) close();
    else setProblem(outcome.problem);
  };
  return (
    <Dialog title={action ? words.revise : words.add} close={close}>
      <form onSubmit={(event) => void save(event)}>
        <TextField
          label={words.what}
          hint={consoleWords.roles.whatHint}
          value={title}
          onChange={setTitle}
          fault={problem?.fields.title}
          isRequired
          autoFocus
          maxLength={60}
        />
        <Choice
          label={words.who}
          none={words.anybody}
          options={organizations}
          value={organization}
          choose={setOrganization}
          fault={problem?.fields.organization}
        />
        <TextField
          label={words.due}
          type="date"
          hint={dueOn ? eraDate(dueOn) : words.noDue}
          value={dueOn}
          onChange={setDueOn}
          fault={problem?.fields.dueOn}
        />
        {problem ? <ProblemNote problem={problem} /> : null}
        <div className="dialog-buttons">
          <Button onPress={close}>{appWords.cancel}</Button>
          <Button weight="main" type="submit" isPending={adding || revising} isDisabled={!title.trim()}>
            {appWords.save}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
