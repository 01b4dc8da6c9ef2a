import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { Button } from '../ui/button';
import { consoleWords } from '../words/console-words';
import { dayAndWeekday } from '../words/era-date';
import { rhythmInWords, seriesWords as words } from '../words/series-words';
import type { NamedKind } from './kinds-to-call';
import { MakeSession } from './make-session';
import { SeriesDialog } from './series-dialog';
import { type SeriesData, SeriesList } from './series-document';
import { type SessionEntry, SessionRows } from './session-group';

/** A kind of conference with its rhythm, where it has one, and what of it is to come. */
interface Coming extends NamedKind {
  /** Whether this person may call it. */
  readonly callable: boolean;
  readonly series: SeriesData | undefined;
  readonly sessions: readonly SessionEntry[];
}

/** What is to come, series by series: whichever comes next stands first, and what nothing is called of yet offers its next days, or to be given a rhythm. */
export function ComingSessions({ sessions, callable }: { sessions: readonly SessionEntry[]; callable: readonly NamedKind[] }) {
  const { data, refetch } = useQuery(SeriesList);
  const all = bySeries(sessions, data?.series ?? [], callable).filter((one) => one.sessions.length > 0 || one.callable);
  return (
    <section className="panel session-group" data-part="coming">
      <h2>{consoleWords.home.coming}</h2>
      {all.length === 0 ? <p className="hint">{consoleWords.home.none.coming}</p> : null}
      {all.map((one) => (
        <OneSeries key={one.id} one={one} again={() => void refetch()} />
      ))}
    </section>
  );
}

function OneSeries({ one, again }: { one: Coming; again: () => void }) {
  const [day, pick] = useState<string>();
  const [setting, set] = useState(false);
  const { id, name, callable, series, sessions } = one;
  const next = series?.nextDays[0];
  return (
    <section className="series" data-series={id}>
      <div className="series-head">
        <h3>{name}</h3>
        {series ? <span className="hint">{rhythmInWords(series)}</span> : callable ? <span className="hint">{words.none}</span> : null}
        {callable ? (
          <span className="row-buttons">
            {next ? (
              <Button weight="quiet" onPress={() => pick(next)} aria-label={`${name} ${words.offer(dayAndWeekday(next))}`}>
                ＋ {words.offer(dayAndWeekday(next))}
              </Button>
            ) : null}
            <Button weight="quiet" onPress={() => set(true)} aria-label={words.setFor(name)}>
              {words.set}
            </Button>
          </span>
        ) : null}
      </div>
      {sessions.length === 0 ? <p className="hint">{words.nothingCalled}</p> : <SessionRows sessions={sessions} />}
      {day ? <MakeSession kind={id} day={day} close={() => pick(undefined)} /> : null}
      {setting ? <SeriesDialog kind={one} series={series} close={() => set(false)} saved={again} /> : null}
    </section>
  );
}

function bySeries(sessions: readonly SessionEntry[], series: readonly SeriesData[], callable: readonly NamedKind[]): readonly Coming[] {
  const named = [...sessions, ...series].map(({ kind, kindName }) => [kind, kindName] as const);
  const kinds = new Map([...named, ...callable.map(({ id, name }) => [id, name] as const)]);
  return [...kinds].map(([id, name]) => ({
    ...{ id, name, callable: callable.some((each) => each.id === id) },
    series: series.find((each) => each.kind === id),
    sessions: sessions.filter((each) => each.kind === id),
  }));
}
