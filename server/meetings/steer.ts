import { decide, type Subject } from '#server/access/decide';
import type { Tx } from '#server/database/as-viewer';
import { findById } from '#server/database/find-by-id';
import { announce, type BoardAudience } from '#server/events/board-log';
import { Invalid, insist, NotFound } from '#server/kernel/problem';
import { AgendaItem } from './agenda-item';
import { Session } from './session';

/** The session, if the viewer may see and steer it. Hidden and absent alike are not found; a closed session takes no more changes. */
export async function sessionToSteer(tx: Tx, id: string, matter?: Subject['matter']): Promise<Session> {
  const session = await findById(tx, Session, id);
  if (!session) throw new NotFound('会議が見つかりません。');
  const subject = { session: { id: session.id, kind: session.kind } };
  insist(decide(tx.viewer, 'session:steer', subject));
  if (matter && !decide(tx.viewer, 'session:put-on-agenda', { ...subject, matter }).allowed) {
    throw new Invalid('この種類の会議の議題にはできません。', { session: '議題にできるものは会議の種類ごとに決まっています。' });
  }
  if (session.status === 'CLOSED') throw new Invalid('閉会した会議は変更できません。', { session: '閉会しています。' });
  return session;
}

/**
 * The agenda item and its session, if the viewer may steer it. The item is held until the commit: shared, so that nobody takes it off the
 * agenda meanwhile, or alone by whoever does.
 */
export async function itemToSteer(
  tx: Tx,
  id: string,
  held: 'shared' | 'alone' = 'shared',
): Promise<{ item: AgendaItem; session: Session }> {
  const absent = () => new NotFound('議題が見つかりません。');
  const found = await findById(tx, AgendaItem, id);
  if (!found) throw absent();
  const session = await sessionToSteer(tx, found.sessionId);
  const item = await tx.manager.findOne(AgendaItem, {
    where: { id },
    lock: { mode: held === 'alone' ? 'pessimistic_write' : 'for_key_share' },
  });
  if (!item) throw absent();
  return { item, session };
}

/** Consoles hear of everything; a display only of what stands on the wall, or has stood. */
export function audiencesOf(item: Pick<AgendaItem, 'state'>): readonly BoardAudience[] {
  return item.state === 'WAITING' ? ['console'] : ['console', 'display'];
}

/** Announces a change below an agenda item. */
export async function announceItem(tx: Tx, item: AgendaItem, kind: string, subjectType: string, subjectId: string): Promise<void> {
  await announce(tx, { session: item.sessionId, kind, subjectType, subjectId, audiences: audiencesOf(item) });
}
