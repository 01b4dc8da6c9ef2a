import { Link } from '@tanstack/react-router';
import { consoleWords } from '../words/console-words';
import { eraDay, hoursInWords } from '../words/era-date';
import type { SessionStatus } from './session-data';

/** A conference as a line of the list. */
export interface SessionEntry {
  readonly id: string;
  readonly kindName: string;
  readonly number: number;
  readonly title: string;
  readonly kind: string;
  readonly heldOn: string;
  readonly startsAt: string | null;
  readonly endsAt: string | null;
  readonly place: string | null;
  readonly status: SessionStatus;
  readonly lapsed: boolean;
}

interface SessionGroupProps {
  readonly title: string;
  readonly sessions: readonly SessionEntry[];
  /** What to say when there are none. */
  readonly none: string;
  readonly isToday?: boolean;
}

/** Conferences of today, to come or past: the day first, since that is what one looks for. */
export function SessionGroup({ title, sessions, none, isToday = false }: SessionGroupProps) {
  return (
    <section className="panel session-group" data-today={isToday || undefined}>
      <h2>{title}</h2>
      {sessions.length === 0 ? <p className="hint">{none}</p> : null}
      <SessionRows sessions={sessions} />
    </section>
  );
}

/** Sessions as lines, each with its day and hours first. */
export function SessionRows({ sessions }: { sessions: readonly SessionEntry[] }) {
  return (
    <ul className="rows">
      {sessions.map((session) => (
        <li key={session.id} className="row">
          <Link to="/sessions/$id" params={{ id: session.id }} className="row-link">
            <span className="day">
              {eraDay(session.heldOn)} <span className="moment">{hoursInWords(session)}</span>
            </span>
            <strong>{session.title}</strong>
            <span className="hint">{kindBeside(session)}</span>
            <span className="hint">{session.place}</span>
            <span className="badge" data-status={session.status}>
              {statusInWords(session)}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}

/** How it stands; of one whose day has passed without it, that. */
export function statusInWords({ status, lapsed }: Pick<SessionEntry, 'status' | 'lapsed'>): string {
  return lapsed ? consoleWords.plan.lapsed : `${consoleWords.statusSign[status]} ${consoleWords.status[status]}`;
}

/** The kind and number, unless the title already says them: 「令和8年度 第3回 地域まるごと支援会議」. */
export function kindBeside({ kindName, number, title }: Pick<SessionEntry, 'kindName' | 'number' | 'title'>): string {
  const kind = title.includes(kindName) ? '' : kindName;
  const nth = title.includes(consoleWords.number(number)) ? '' : consoleWords.number(number);
  return `${kind} ${nth}`.trim();
}
