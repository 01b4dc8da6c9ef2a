import { asSystem, type Statements } from '#server/database/as-viewer';
import type { Database } from '#server/database/source';
import type { EventKind } from './event-kind';
import { wakesOf } from './wakes';

/** Who a board's events are counted for: what the display may not see leaves neither gap nor tick in its counter. */
export type BoardAudience = 'console' | 'display';

/** One line of the board log: ids and the kind of change, never content. Content is re-read as the viewer, for every viewer class. */
export interface BoardEvent {
  readonly seq: number;
  readonly kind: string;
  readonly at: string;
  readonly subjectType: string;
  readonly subjectId: string | null;
}

export interface Announcement {
  readonly session: string;
  readonly kind: EventKind;
  readonly subjectType: string;
  readonly subjectId: string;
  /** Audiences to whom the change is visible. */
  readonly audiences: readonly BoardAudience[];
}

/** The channel of LISTEN/NOTIFY; its payload is a session id, never data. */
export const BOARD_CHANNEL = 'hub_board';

/**
 * Writes the event into the open transaction: no event without a row, no row without an event. The counter row is locked until commit, so
 * sequence numbers become visible in order and without gaps, for each board and audience.
 */
export async function announce(tx: Statements, { session, kind, subjectType, subjectId, audiences }: Announcement): Promise<void> {
  await tx.query(
    `with next as (
       insert into hub.board_counter as c (session_id, audience, seq) select $1, a, 1 from unnest($2::text[]) a order by a
       on conflict (session_id, audience) do update set seq = c.seq + 1 returning audience, seq)
     insert into hub.board_event (session_id, audience, seq, kind, subject_type, subject_id)
     select $1, audience, seq, $3, $4, $5 from next`,
    [session, audiences, kind, subjectType, subjectId],
  );
  if (tx.database.kind === 'postgres') await tx.query(`select pg_notify('${BOARD_CHANNEL}', $1)`, [session]);
  tx.afterCommit(() => wakesOf(tx.database).emit('board', session));
}

/** Events after `after`, oldest first. */
export async function eventsAfter(database: Database, session: string, audience: BoardAudience, after: number): Promise<BoardEvent[]> {
  return asSystem(database, 'hub_system', (query) =>
    query<BoardEvent>(
      `select seq, kind, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at, subject_type as "subjectType", subject_id as "subjectId"
       from hub.board_event where session_id = $1 and audience = $2 and seq > $3 order by seq`,
      [session, audience, after],
    ),
  );
}

/** Where the counter of each watched board stands: the safety net when every wake-up is lost. Key: `session audience`. */
export async function countersOf(database: Database, sessions: readonly string[]): Promise<Map<string, number>> {
  if (sessions.length === 0) return new Map();
  return asSystem(database, 'hub_system', async (query) => {
    const rows = await query<{ session_id: string; audience: string; seq: number }>(
      'select session_id, audience, seq from hub.board_counter where session_id = any ($1::uuid[])',
      [sessions],
    );
    return new Map(rows.map((row) => [`${row.session_id} ${row.audience}`, row.seq]));
  });
}
