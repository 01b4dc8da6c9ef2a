import { decide, type Subject } from '#server/access/decide';
import type { Tx } from '#server/database/as-viewer';
import { findById } from '#server/database/find-by-id';
import { announce, type BoardAudience } from '#server/events/board-log';
import { isId } from '#server/kernel/ids';
import { Invalid, insist, NotFound } from '#server/kernel/problem';
import { AgendaItem } from './agenda-item';
import { Session } from './session';

/**
 * The session, if the viewer may see and steer it. Hidden and absent alike are not found; a closed session takes no more changes. It is held
 * until the commit, so that nothing lands on it after it has closed: shared by all who change what hangs on it, or alone by whoever changes
 * the session itself (from the beginning: two who share it and then both want it alone would wait for each other).
 */
export async function sessionToSteer(
  tx: Tx,
  id: string,
  held: 'shared' | 'alone' = 'shared',
  matter?: Subject['matter'],
): Promise<Session> {
  const mode = held === 'alone' ? 'for_no_key_update' : 'pessimistic_read';
  const locked = isId(id) ? await tx.manager.findOne(Session, { where: { id }, lock: { mode } }) : null;
  // A lock finds only what the viewer may change; what they may see and not change is refused in other words.
  const session = locked ?? (await findById(tx, Session, id));
  if (!session) throw new NotFound('会議が見つかりません。');
  const subject = { session: { id: session.id, kind: session.kind } };
  insist(decide(tx.viewer, 'session:steer', subject));
  if (matter && !decide(tx.viewer, 'session:put-on-agenda', { ...subject, matter }).allowed) {
    throw new Invalid('この種類の会議の議題にはできません。', { session: '議題にできるものは会議の種類ごとに決まっています。' });
  }
  if (session.status === 'CLOSED') throw new Invalid('閉会した会議は変更できません。', { session: '閉会しています。' });
  return session;
}

const modes = { shared: 'for_key_share', counting: 'for_no_key_update', alone: 'pessimistic_write' } as const;

/**
 * The agenda item and its session, if the viewer may steer it. The item is held until the commit: shared, so that nobody takes it off the
 * agenda meanwhile; by one at a time who counts what hangs on it; or alone by whoever takes it off.
 */
export async function itemToSteer(
  tx: Tx,
  id: string,
  held: keyof typeof modes = 'shared',
): Promise<{ item: AgendaItem; session: Session }> {
  const absent = () => new NotFound('議題が見つかりません。');
  const found = await findById(tx, AgendaItem, id);
  if (!found) throw absent();
  const session = await sessionToSteer(tx, found.sessionId);
  const item = await tx.manager.findOne(AgendaItem, { where: { id }, lock: { mode: modes[held] } });
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
