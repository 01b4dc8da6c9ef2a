import { decide } from '#server/access/decide';
import type { Tx } from '#server/database/as-viewer';
import type { Changed } from '#server/database/change';
import { findById } from '#server/database/find-by-id';
import type { ReadContext } from '#server/database/read';
import { recordExport } from '#server/database/record-export';
import { sessionSql } from '#server/database/subjects';
import { insist, NotFound } from '#server/kernel/problem';
import { calendarFile, type Invited } from './calendar-file';
import { Session } from './session';

const absent = () => new NotFound('会議が見つかりません。');

/** Writes down that an invitation leaves the house, for those who ask people to the table. */
export async function recordInvitation(tx: Tx, session: string): Promise<Changed> {
  const found = await findById(tx, Session, session);
  if (!found) throw absent();
  insist(decide(tx.viewer, 'session:invite', { session: { id: found.id, kind: found.kind }, attendee: 'city' }));
  return recordExport(tx, { kind: 'FILE', type: 'Session', id: found.id, session: found.id });
}

/** The invitation to a session that the viewer sees; only once it is written down (`recordInvitation`). */
export async function invitationOf({ unit, touched, subjects }: ReadContext, session: string): Promise<string> {
  const text = await unit.json({
    text: `select json_build_object('id', s.id, 'kind', s.kind, 'number', s.number, 'heldOn', s.held_on,
        'startsAt', left(s.starts_at::text, 5), 'endsAt', left(s.ends_at::text, 5), 'place', s.place, 'status', s.status, 'moves', s.moves)::text as json,
        concat_ws(' ', ${sessionSql('s.id').join(', ')}) as subjects from core.session s where s.id = $1::uuid`,
    values: [session],
    subjects,
  });
  if (text === null) throw absent();
  for (const field of ['kind', 'number', 'heldOn', 'startsAt', 'endsAt', 'place', 'status']) touched.add(`Session.${field}`);
  return calendarFile(JSON.parse(text) as Invited, new Date());
}
