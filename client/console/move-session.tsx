import { type FormEvent, useState } from 'react';
import type { Problem } from '../graphql/problem';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { ProblemNote } from '../ui/problem-note';
import { TextField } from '../ui/text-field';
import { isFitting } from '../ui/text-length';
import { appWords } from '../words/app-words';
import { consoleWords } from '../words/console-words';
import { dayAndWeekday, eraDay } from '../words/era-date';
import { HoursFields } from './hours-fields';
import { MoveSession } from './session-changes';
import type { SessionData } from './session-data';
import { textLimits } from './text-limits';
import { useUndo } from './undo';
import { useChange } from './use-change';

const { home, plan: words } = consoleWords;
const most = textLimits.MoveOrder;

type Plan = ReturnType<typeof planOf>;
/** What is planned of a session: day, hours, place and title. */
export const planOf = ({ title, heldOn, startsAt, endsAt, place }: SessionData) => ({
  title,
  heldOn,
  startsAt,
  endsAt,
  place: place ?? '',
});
const isSame = (one: Plan, other: Plan): boolean => Object.entries(one).every(([field, value]) => other[field as keyof Plan] === value);

/** Moves a session that has not opened, as it stood when the dialog was opened. */
export function MoveDialog({ session, close }: { session: SessionData; close: () => void }) {
  const { did } = useUndo();
  const [{ before, version }] = useState(() => ({ before: planOf(session), version: session.version }));
  const [plan, set] = useState(before);
  const [problem, setProblem] = useState<Problem>();
  const [move, busy] = useChange(MoveSession, { tell: false });
  const isComplete = isFitting(plan.title, most.title) && plan.heldOn !== '' && isFitting(plan.place, most.place);
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (!isComplete) return;
    const next = { ...plan, title: plan.title.trim(), place: plan.place.trim() };
    const moved = (answer: { readonly moveSession: { readonly version: number } }): void =>
      did({
        sentence: words.moved(dayAndWeekday(next.heldOn)),
        stands: (now) => now.status === 'PREPARING' && isSame(planOf(now), next),
        back: async () => (await move({ session: session.id, ...before, version: answer.moveSession.version }, next)).done,
      });
    const outcome = await move({ session: session.id, ...next, version }, before, moved);
    if (outcome.done || !outcome.problem) close();
    else setProblem(outcome.problem);
  };
  return (
    <Dialog title={words.title} close={close}>
      <form onSubmit={(event) => void save(event)}>
        <TextField
          label={home.heldOn}
          type="date"
          hint={plan.heldOn ? eraDay(plan.heldOn) : undefined}
          value={plan.heldOn}
          onChange={(heldOn) => set({ ...plan, heldOn })}
          fault={problem?.fields.heldOn}
          isRequired
          autoFocus
        />
        <HoursFields
          hours={{ startsAt: plan.startsAt ?? '', endsAt: plan.endsAt ?? '' }}
          set={({ startsAt, endsAt }) => set({ ...plan, startsAt: startsAt || null, endsAt: endsAt || null })}
          problem={problem}
        />
        <TextField
          label={home.place}
          value={plan.place}
          onChange={(place) => set({ ...plan, place })}
          fault={problem?.fields.place}
          isRequired
          most={most.place}
        />
        <TextField
          label={home.theme}
          hint={home.themeHint}
          value={plan.title}
          onChange={(title) => set({ ...plan, title })}
          fault={problem?.fields.title}
          isRequired
          most={most.title}
        />
        <p className="hint">{words.hint}</p>
        {problem ? <ProblemNote problem={problem} /> : null}
        <div className="dialog-buttons">
          <Button onPress={close}>{appWords.cancel}</Button>
          <Button weight="main" type="submit" isPending={busy} isDisabled={!isComplete}>
            {appWords.save}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
