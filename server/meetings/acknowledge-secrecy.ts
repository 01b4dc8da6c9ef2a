import { decide } from '#server/access/decide';
import type { Tx } from '#server/database/as-viewer';
import type { Changed } from '#server/database/change';
import { findById } from '#server/database/find-by-id';
import { staffIdOf } from '#server/directory/staff-id-of';
import { announce } from '#server/events/board-log';
import { wakesOf } from '#server/events/wakes';
import { Invalid, insist, NotFound } from '#server/kernel/problem';
import { conferenceOf } from './kinds/registry';
import { Session } from './session';
import type { SecrecyOrder } from './table-orders';

/**
 * A member acknowledges the duty of secrecy of one session (法106条の6第5項): from then on it opens to them. Once is enough; to acknowledge again
 * changes nothing. Hidden and absent sessions alike are not found.
 */
export async function acknowledgeSecrecy(tx: Tx, order: SecrecyOrder): Promise<Changed> {
  const session = await findById(tx, Session, order.session);
  if (!session) throw new NotFound('会議が見つかりません。');
  const decision = decide(tx.viewer, 'session:acknowledge', { session: { id: session.id, kind: session.kind } });
  if (decision.because === 'conference')
    throw new Invalid('この会議では守秘義務の確認はいりません。', { session: '確認するのは支援会議だけです。' });
  insist(decision);
  if (session.status === 'CLOSED') throw new Invalid('閉会した会議は変更できません。', { session: '閉会しています。' });
  if (session.status === 'CANCELLED') throw new Invalid('開催を取りやめた会議です。', { session: '取りやめています。' });
  await tx.query('insert into core.secrecy_acknowledgement (session_id, staff_id, wording) values ($1, $2, $3) on conflict do nothing', [
    session.id,
    staffIdOf(tx.viewer),
    conferenceOf(session.kind).secrecy ?? '',
  ]);
  await announce(tx, {
    session: session.id,
    kind: 'MEMBER_ACKNOWLEDGED',
    subjectType: 'Session',
    subjectId: session.id,
    audiences: ['console'],
  });
  tx.afterCommit(() => wakesOf(tx.database).emit('rights'));
  return { type: 'Session', id: session.id, session: session.id };
}
