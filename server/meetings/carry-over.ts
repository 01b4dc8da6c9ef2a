import type { ConferenceKind } from '#server/access/conference-profile';
import type { Tx } from '#server/database/as-viewer';
import { findById } from '#server/database/find-by-id';
import { wakesOf } from '#server/events/wakes';
import { Invalid, NotFound } from '#server/kernel/problem';
import { insistAdmitted } from './members';
import { Session } from './session';
import { SessionMember } from './session-member';

/** The session that another one follows. Hidden and absent alike are not found; a series is of one kind. */
export async function sessionToFollow(tx: Tx, id: string, kind: ConferenceKind): Promise<Session> {
  const last = await findById(tx, Session, id);
  if (!last) throw new NotFound('前の回の会議が見つかりません。');
  if (last.kind !== kind) throw new Invalid('前の回と同じ種類の会議を作ってください。', { after: '会議の種類が違います。' });
  return last;
}

/** Puts on the list of a new session who sat in the last one, as what they did; whoever may not be asked any more (contract, work) stays out. */
export async function carryMembersOver(tx: Tx, last: Session, session: string): Promise<void> {
  for (const { staffId, organizationId, duty } of await tx.manager.findBy(SessionMember, { sessionId: last.id })) {
    if (!(await isAdmitted(tx, last.kind, staffId, organizationId))) continue;
    await tx.query(
      `insert into core.session_member (id, session_id, staff_id, organization_id, duty, attends) values (gen_random_uuid(), $1, $2, $3, $4, 'EXPECTED')`,
      [session, staffId, organizationId, duty],
    );
  }
  tx.afterCommit(() => wakesOf(tx.database).emit('rights'));
}

async function isAdmitted(tx: Tx, kind: ConferenceKind, staff: string | null, organization: string | null): Promise<boolean> {
  try {
    await insistAdmitted(tx, kind, staff ? { staff } : { organization: organization ?? '' });
    return true;
  } catch (fault) {
    if (fault instanceof Invalid) return false;
    throw fault;
  }
}
