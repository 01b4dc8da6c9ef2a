import { useQuery } from '@apollo/client/react';
import { type FormEvent, useState } from 'react';
import { graphql } from '../graphql/graphql';
import { problemOf } from '../graphql/problem';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { ProblemNote } from '../ui/problem-note';
import { SelectField } from '../ui/select-field';
import { Skeleton } from '../ui/skeleton';
import { TextField } from '../ui/text-field';
import { useToast } from '../ui/toasts';
import { appWords } from '../words/app-words';
import { consentWords } from '../words/consent-words';
import { dayAndWeekday } from '../words/era-date';
import type { Held } from './agreed-section';
import { CrossOver } from './consent-changes';
import type { HeldBack } from './crossing-section';
import { useCaseChange } from './use-case-change';

const words = consentWords.crossing;
/** As much as the board of the other conference takes. */
const MOST = { roles: 20, actionItems: 40 } as const;

interface TargetsData {
  readonly sessions: readonly { readonly id: string; readonly title: string; readonly heldOn: string; readonly status: string }[];
}

const CrossingTargets = graphql<TargetsData>`
  query CrossingTargets {
    sessions(kind: JUSOTEKI_CASE, limit: 20) {
      id
      title
      heldOn
      status
    }
  }
`;

/** Item by item: nothing is selected beforehand, and what crosses over is the words that stand here and nothing else. */
export function CrossingDialog({ caseId, held, close }: { caseId: string; held: HeldBack; close: () => void }) {
  const { data, error, refetch } = useQuery(CrossingTargets);
  return (
    <Dialog title={words.dialog} wide close={close}>
      {error && !data ? <ProblemNote problem={problemOf(error)} again={() => void refetch()} /> : null}
      {data ? (
        <Form
          caseId={caseId}
          held={held}
          targets={data.sessions.filter(({ status }) => status === 'PREPARING' || status === 'OPEN')}
          close={close}
        />
      ) : (
        <Skeleton lines={4} />
      )}
    </Dialog>
  );
}

/** The words of what was selected, by the row's id. */
type Taken = Readonly<Record<string, string>>;

function Form({ caseId, held, targets, close }: { caseId: string; held: HeldBack; targets: TargetsData['sessions']; close: () => void }) {
  const say = useToast();
  const [target, setTarget] = useState(targets[0]?.id ?? '');
  const [taken, take] = useState<Taken>({});
  const { send, problem } = useCaseChange(CrossOver);
  const chosen = (all: readonly Held[]) => all.flatMap(({ id }) => (taken[id] === undefined ? [] : [{ id, title: taken[id] }]));
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const input = { case: caseId, session: held.session, target, roles: chosen(held.roles), actionItems: chosen(held.actionItems) };
    const done = await send({ input });
    if (!done) return;
    say({ sentence: words.done(done.crossOver?.itemCount ?? 0) });
    close();
  };
  if (targets.length === 0) return <p className="note">{words.noTarget}</p>;
  return (
    <form onSubmit={(event) => void save(event)}>
      <p className="note">{words.warning}</p>
      {problem ? <ProblemNote problem={problem} /> : null}
      <SelectField
        label={words.target}
        options={targets.map(({ id, title, heldOn }) => ({ id, name: words.session(title, dayAndWeekday(heldOn)) }))}
        value={target}
        choose={setTarget}
        fault={problem?.fields.target}
      />
      <Items legend={words.roles} items={held.roles} taken={taken} take={take} most={MOST.roles} fault={problem?.fields.roles} />
      <Items
        legend={words.actions}
        items={held.actionItems}
        taken={taken}
        take={take}
        most={MOST.actionItems}
        fault={problem?.fields.actionItems}
      />
      <div className="dialog-buttons">
        <Button onPress={close}>{appWords.cancel}</Button>
        <Button weight="main" type="submit" isDisabled={Object.keys(taken).length === 0}>
          {words.send}
        </Button>
      </div>
    </form>
  );
}

function Items({
  legend,
  items,
  taken,
  take,
  most,
  fault,
}: {
  legend: string;
  items: readonly Held[];
  taken: Taken;
  take: (taken: Taken) => void;
  most: number;
  fault: string | undefined;
}) {
  const turn = ({ id, title }: Held, isOn: boolean): void => {
    const { [id]: _left, ...rest } = taken;
    take(isOn ? { ...taken, [id]: title } : rest);
  };
  if (items.length === 0) return null;
  return (
    <fieldset className="checks">
      <legend>{legend}</legend>
      {items.map((item) => (
        <div key={item.id} className="crossing-item">
          <label className="check">
            <input type="checkbox" checked={taken[item.id] !== undefined} onChange={(event) => turn(item, event.target.checked)} />
            {words.take(item.title)}
          </label>
          {taken[item.id] === undefined ? null : (
            <TextField
              label={words.wordsOf(item.title)}
              value={taken[item.id] ?? ''}
              onChange={(title) => take({ ...taken, [item.id]: title })}
              most={most}
            />
          )}
        </div>
      ))}
      {fault ? <p className="fault">{fault}</p> : null}
    </fieldset>
  );
}
