import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { Button } from '../ui/button';
import { consoleWords } from '../words/console-words';
import { dayAndWeekday } from '../words/era-date';
import { rhythmInWords, seriesWords as words } from '../words/series-words';
import { MakeSession } from './make-session';
import { SeriesDialog } from './series-dialog';
import { type SeriesData, SeriesList } from './series-document';
import { type SessionEntry, SessionRows } from './session-group';

/** A kind of conference with its rhythm, where it has one, and what of it is to come. */
interface Coming {
  readonly kind: string;
  readonly kindName: string;
  readonly series: SeriesData | undefined;
  readonly sessions: readonly SessionEntry[];
}

/** What is to come, series by series: whichever comes next stands first, and what nothing is called of yet offers its next days. */
export function ComingSessions({ sessions, convenes }: { sessions: readonly SessionEntry[]; convenes: boolean }) {
  const { data, refetch } = useQuery(SeriesList);
  const all = bySeries(sessions, data?.series ?? []).filter((one) => one.sessions.length > 0 || convenes);
  return (
    <section className="panel session-group" data-part="coming">
      <h2>{consoleWords.home.coming}</h2>
      {all.length === 0 ? <p className="hint">{consoleWords.home.none.coming}</p> : null}
      {all.map((one) => (
        <OneSeries key={one.kind} one={one} convenes={convenes} again={() => void refetch()} />
      ))}
    </section>
  );
}

function OneSeries({ one, convenes, again }: { one: Coming; convenes: boolean; again: () => void }) {
  const [day, pick] = useState<string>();
  const [setting, set] = useState(false);
  const { kind, kindName, series, sessions } = one;
  const next = series?.nextDays[0];
  return (
    <section className="series" data-series={kind}>
      <div className="series-head">
        <h3>{kindName}</h3>
        {series ? <span className="hint">{rhythmInWords(series)}</span> : null}
        {convenes && series ? (
          <span className="row-buttons">
            {next ? (
              <Button weight="quiet" onPress={() => pick(next)} aria-label={`${kindName} ${words.offer(dayAndWeekday(next))}`}>
                ＋ {words.offer(dayAndWeekday(next))}
              </Button>
            ) : null}
            <Button weight="quiet" onPress={() => set(true)} aria-label={words.setFor(kindName)}>
              {words.set}
            </Button>
          </span>
        ) : null}
      </div>
      {sessions.length === 0 ? <p className="hint">{words.nothingCalled}</p> : <SessionRows sessions={sessions} />}
      {day ? <MakeSession kind={kind} day={day} close={() => pick(undefined)} /> : null}
      {setting && series ? <SeriesDialog series={series} close={() => set(false)} saved={again} /> : null}
    </section>
  );
}

function bySeries(sessions: readonly SessionEntry[], series: readonly SeriesData[]): readonly Coming[] {
  const kinds = new Map<string, string>([...sessions, ...series].map(({ kind, kindName }) => [kind, kindName]));
  return [...kinds].map(([kind, kindName]) => ({
    kind,
    kindName,
    series: series.find((each) => each.kind === kind),
    sessions: sessions.filter((each) => each.kind === kind),
  }));
}
