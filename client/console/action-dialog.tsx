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
import { cityDay, eraDate } from '../words/era-date';
import { DraftNote } from './draft-note';
import { NoDeskNote } from './no-desk-note';
import type { ActionData, Named } from './session-data';
import { textLimits } from './text-limits';
import { entryOf, useActionSaving } from './use-action-saving';
import { useDraft } from './use-draft';

const words = consoleWords.actions;
const MOST = textLimits.ActionOrder.title;

interface ActionDialogProps {
  readonly item: string;
  /** The action item as it stood when the dialog was opened; none to add one. */
  readonly action?: ActionData;
  readonly organizations: readonly Named[];
  readonly close: () => void;
}

/** Adds an action item or puts one right. What was typed stays when the hub refuses it. */
export function ActionDialog({ item, action, organizations, close }: ActionDialogProps) {
  const { draft, write, found, drop } = useDraft(`action:${action?.id ?? item}`, {
    ...(action ? entryOf(action) : { title: '', organization: null, dueOn: null }),
    base: action ?? null,
  });
  const { base, title, organization, dueOn } = draft;
  const [problem, setProblem] = useState<Problem>();
  const [save, saving] = useActionSaving(item, base ?? undefined);
  const leave = (): void => {
    drop();
    close();
  };
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (!isFitting(title, MOST)) return;
    const refused = await save({ title: title.trim(), organization, dueOn });
    if (refused) setProblem(refused);
    else leave();
  };
  return (
    <Dialog title={action ? words.revise : words.add} close={close}>
      <form onSubmit={(event) => void submit(event)}>
        <TextField
          label={words.what}
          hint={consoleWords.roles.whatHint}
          value={title}
          onChange={(next) => write({ ...draft, title: next })}
          fault={problem?.fields.title}
          isRequired
          autoFocus
          most={MOST}
        />
        <Choice
          label={words.who}
          none={words.anybody}
          options={organizations}
          value={organization}
          choose={(next) => write({ ...draft, organization: next })}
          fault={problem?.fields.organization}
        />
        <NoDeskNote organization={organization} />
        <TextField
          label={words.due}
          type="date"
          hint={hintOn(dueOn)}
          value={dueOn ?? ''}
          onChange={(next) => write({ ...draft, dueOn: next || null })}
          fault={problem?.fields.dueOn}
        />
        <DraftNote found={found} drop={drop} />
        {problem ? <ProblemNote problem={problem} /> : null}
        <div className="dialog-buttons">
          <Button onPress={leave}>{appWords.cancel}</Button>
          <Button weight="main" type="submit" isPending={saving} isDisabled={!isFitting(title, MOST)}>
            {appWords.save}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

/** The day as the city writes it; one that is past is taken, since a meeting may write down what was missed, but not unnoticed. */
function hintOn(day: string | null): string {
  if (!day) return words.noDue;
  return day < cityDay() ? words.pastDue(eraDate(day)) : eraDate(day);
}
