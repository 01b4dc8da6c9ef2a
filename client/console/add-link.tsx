import { type FormEvent, useState } from 'react';
import type { BoardLink } from '../display/board-document';
import { Button } from '../ui/button';
import { Choice } from '../ui/choice';
import { SelectField } from '../ui/select-field';
import { TextField } from '../ui/text-field';
import { consoleWords } from '../words/console-words';
import { slideWords } from '../words/slide-words';
import { AddLink, TakeLink } from './link-changes';
import { linkKinds } from './link-row';
import { linkIn, type Named } from './session-data';
import { textLimits } from './text-limits';
import { useUndo } from './undo';
import { useChange } from './use-change';

const words = slideWords.links;

/** An organisation out of the list, or people in words: one of the two, and how they are tied. */
export function AddLinkForm({ item, organizations }: { item: string; organizations: readonly Named[] }) {
  const { did } = useUndo();
  const [organization, choose] = useState<string | null>(null);
  const [title, write] = useState('');
  const [kind, turn] = useState<BoardLink['kind']>('STRONG');
  const [faults, setFaults] = useState<Readonly<Record<string, string>>>({});
  const [add, busy] = useChange(AddLink, { tell: false });
  const [take] = useChange(TakeLink);
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const outcome = await add({ item, kind, ...(organization ? { organization } : { title }) });
    if (!outcome.done) return setFaults(outcome.problem?.fields ?? {});
    choose(null);
    write('');
    setFaults({});
    const { id, version } = outcome.answer.addLink;
    const name = organizations.find((one) => one.id === organization)?.name ?? title;
    did({
      sentence: consoleWords.undo.added(name),
      stands: (session) => linkIn(session, id)?.version === version,
      back: async () => (await take({ link: id, taken: true, version })).done,
    });
  };
  return (
    <form className="link-form" onSubmit={(event) => void send(event)}>
      <Choice
        label={words.organization}
        none={words.inWords}
        options={organizations}
        value={organization}
        choose={choose}
        fault={faults.organization}
      />
      {organization ? null : (
        <TextField
          label={words.title}
          hint={words.titleHint}
          value={title}
          onChange={write}
          fault={faults.title}
          most={textLimits.LinkOrder.title}
          autoComplete="off"
        />
      )}
      <SelectField label={words.kind} options={linkKinds} value={kind} choose={(id) => turn(id as BoardLink['kind'])} />
      <Button type="submit" isPending={busy}>
        {words.add}
      </Button>
    </form>
  );
}
