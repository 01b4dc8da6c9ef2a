import { type FormEvent, useState } from 'react';
import type { Problem } from '../graphql/problem';
import { Button } from '../ui/button';
import { Checks } from '../ui/checks';
import { Dialog } from '../ui/dialog';
import { ProblemNote } from '../ui/problem-note';
import { SelectField } from '../ui/select-field';
import { TextField } from '../ui/text-field';
import { isFitting } from '../ui/text-length';
import { useToast } from '../ui/toasts';
import { appWords } from '../words/app-words';
import { type RhythmParts, rhythmInWords, seriesWords as words } from '../words/series-words';
import { HoursFields } from './hours-fields';
import type { NamedKind } from './kinds-to-call';
import { type SeriesData, SetSeries } from './series-document';
import { textLimits } from './text-limits';
import { useChange } from './use-change';

const MOST = textLimits.SeriesOrder.place;
const weeks = Object.fromEntries([1, 2, 3, 4, 5, -1].map((week) => [week, words.week(week)]));
const months = Object.fromEntries(Array.from({ length: 12 }, (_, index) => [index + 1, words.month(index + 1)]));
const weekdays = words.weekdays.map((name, index) => ({ id: String(index + 1), name }));
const numbers = (ids: readonly string[]): number[] => ids.map(Number);

/** Without a version, a kind has no rhythm yet. */
type Rhythm = RhythmParts & { readonly place: string; readonly version?: number };
const none: Rhythm = { weeks: [], weekday: 1, months: numbers(Object.keys(months)), startsAt: '', endsAt: '', place: '' };

interface SeriesDialogProps {
  readonly kind: NamedKind;
  /** As it stands; nothing where the kind has no rhythm yet. */
  readonly series: SeriesData | undefined;
  readonly close: () => void;
  readonly saved: () => void;
}

/** Sets when a kind of conference meets. Days that are called already stay. */
export function SeriesDialog({ kind, series, close, saved }: SeriesDialogProps) {
  const say = useToast();
  const [rhythm, set] = useState(series ?? none);
  const [problem, setProblem] = useState<Problem>();
  const [change, busy] = useChange(SetSeries, { tell: false });
  const isComplete =
    rhythm.weeks.length > 0 && rhythm.months.length > 0 && rhythm.startsAt < rhythm.endsAt && isFitting(rhythm.place, MOST);
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (!isComplete) return;
    const { weekday, startsAt, endsAt, place, version } = rhythm;
    const outcome = await change({
      kind: kind.id,
      weeks: rhythm.weeks,
      weekday,
      months: rhythm.months,
      startsAt,
      endsAt,
      place: place.trim(),
      ...(version ? { version } : {}),
    });
    if (!outcome.done) return setProblem(outcome.problem);
    say({ sentence: words.saved(kind.name) });
    saved();
    close();
  };
  return (
    <Dialog title={words.title(kind.name)} wide close={close}>
      <form onSubmit={(event) => void save(event)}>
        <p>
          <strong>{isComplete ? rhythmInWords(rhythm) : words.none}</strong>
        </p>
        <Checks
          legend={words.months}
          names={months}
          chosen={rhythm.months.map(String)}
          choose={(ids) => set({ ...rhythm, months: numbers(ids) })}
          fault={problem?.fields.months}
        />
        <Checks
          legend={words.weeks}
          names={weeks}
          chosen={rhythm.weeks.map(String)}
          choose={(ids) => set({ ...rhythm, weeks: numbers(ids) })}
          fault={problem?.fields.weeks}
        />
        <SelectField
          label={words.weekday}
          options={weekdays}
          value={String(rhythm.weekday)}
          choose={(id) => set({ ...rhythm, weekday: Number(id) })}
          fault={problem?.fields.weekday}
        />
        <HoursFields hours={rhythm} set={(hours) => set({ ...rhythm, ...hours })} problem={problem} />
        <TextField
          label={words.place}
          value={rhythm.place}
          onChange={(place) => set({ ...rhythm, place })}
          fault={problem?.fields.place}
          isRequired
          most={MOST}
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
