import { useQuery } from '@apollo/client/react';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useMe } from '../app/use-me';
import type { Problem } from '../graphql/problem';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { ProblemNote } from '../ui/problem-note';
import { SelectField } from '../ui/select-field';
import { TextField } from '../ui/text-field';
import { isFitting } from '../ui/text-length';
import { appWords } from '../words/app-words';
import { consoleWords } from '../words/console-words';
import { cityDay, dayAndWeekday, eraDate } from '../words/era-date';
import { rhythmInWords, seriesWords } from '../words/series-words';
import { type Hours, HoursFields } from './hours-fields';
import { kindsToCall } from './kinds-to-call';
import { type SeriesData, SeriesList } from './series-document';
import { CreateSession } from './session-changes';
import { textLimits } from './text-limits';
import { useChange } from './use-change';

const words = consoleWords.home;
const most = textLimits.ConveneOrder;

/** The kind that is meant where nothing else is said. */
const KIND = 'MARUGOTO';

/** The session that the new one follows: its kind, place and members go with it. */
export interface LastSession {
  readonly id: string;
  readonly kind: string;
  readonly number: number;
  readonly title: string;
  readonly place: string | null;
}

interface MakeSessionProps {
  readonly last?: LastSession;
  /** The kind of the new session and the day that was picked for it; without, the kind is chosen here. */
  readonly kind?: string;
  readonly day?: string;
  readonly close: () => void;
}

/** Convenes a session, by the rhythm of its kind where there is one, or the next one after `last`, and goes to its page. */
export function MakeSession(props: MakeSessionProps) {
  const { data, error } = useQuery(SeriesList);
  return data || error ? <MakeForm {...props} all={data?.series ?? []} /> : null;
}

function MakeForm({ last, kind: given, day, all, close }: MakeSessionProps & { all: readonly SeriesData[] }) {
  const navigate = useNavigate();
  const kinds = kindsToCall(useMe().me);
  const [kind, choose] = useState(last?.kind ?? given ?? KIND);
  const series = all.find((each) => each.kind === kind);
  const [title, setTitle] = useState(last ? nextTitle(last) : '');
  const [heldOn, setHeldOn] = useState(day ?? (last ? series?.nextDays[0] : undefined) ?? cityDay());
  // What the rhythm of the kind says, until somebody says otherwise.
  const [otherHours, setHours] = useState<Hours>();
  const [otherPlace, setPlace] = useState<string>();
  const hours = otherHours ?? { startsAt: series?.startsAt ?? '', endsAt: series?.endsAt ?? '' };
  const place = otherPlace ?? last?.place ?? series?.place ?? '';
  const [problem, setProblem] = useState<Problem>();
  const [make, saving] = useChange(CreateSession, { tell: false });
  const isComplete = isFitting(title, most.title) && heldOn !== '' && isFitting(place, most.place);
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (!isComplete) return;
    const outcome = await make({
      kind,
      title: title.trim(),
      heldOn,
      place: place.trim(),
      ...(hours.startsAt || hours.endsAt ? hours : {}),
      ...(last ? { after: last.id } : {}),
    });
    if (outcome.done) await navigate({ to: '/sessions/$id', params: { id: outcome.answer.createSession.id } });
    else setProblem(outcome.problem);
  };
  return (
    <Dialog title={last ? words.next : words.makeOf(kinds.find(({ id }) => id === kind)?.name ?? '')} close={close}>
      <form onSubmit={(event) => void save(event)}>
        {last ? <p className="hint">{words.nextHint}</p> : null}
        {last || given ? null : <SelectField label={words.kind} options={kinds} value={kind} choose={choose} />}
        <TextField
          label={words.theme}
          hint={words.themeHint}
          value={title}
          onChange={setTitle}
          fault={problem?.fields.title}
          isRequired
          autoFocus
          most={most.title}
        />
        <TextField
          label={words.heldOn}
          type="date"
          hint={heldOn ? eraDate(heldOn) : undefined}
          value={heldOn}
          onChange={setHeldOn}
          fault={problem?.fields.heldOn}
          isRequired
        />
        {series ? <NextDays series={series} heldOn={heldOn} pick={setHeldOn} /> : null}
        <HoursFields hours={hours} set={setHours} problem={problem} />
        <TextField label={words.place} value={place} onChange={setPlace} fault={problem?.fields.place} isRequired most={most.place} />
        {problem ? <ProblemNote problem={problem} /> : null}
        <div className="dialog-buttons">
          <Button onPress={close}>{appWords.cancel}</Button>
          <Button weight="main" type="submit" isPending={saving} isDisabled={!isComplete}>
            {appWords.save}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

/** The days that the rhythm offers: one press, and still any other day. */
function NextDays({ series, heldOn, pick }: { series: SeriesData; heldOn: string; pick: (day: string) => void }) {
  if (series.nextDays.length === 0) return null;
  return (
    <p className="row-buttons next-days">
      <span className="hint">
        {rhythmInWords(series)} {seriesWords.offered}
      </span>
      {series.nextDays.map((day) => (
        <Button key={day} weight={day === heldOn ? undefined : 'quiet'} onPress={() => pick(day)}>
          {dayAndWeekday(day)}
        </Button>
      ))}
    </p>
  );
}

/** 第3回 becomes 第4回; a title without a number stays as it is. */
function nextTitle({ title, number }: LastSession): string {
  return title.replace(consoleWords.number(number), consoleWords.number(number + 1));
}
