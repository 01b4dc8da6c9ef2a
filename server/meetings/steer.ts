import { decide, type Subject } from '#server/access/decide';
import type { Statements, Tx } from '#server/database/as-viewer';
import { findById } from '#server/database/find-by-id';
import { announce, type BoardAudience } from '#server/events/board-log';
import type { EventKind } from '#server/events/event-kind';
import { isId } from '#server/kernel/ids';
import { Denied, Invalid, insist, NotFound } from '#server/kernel/problem';
import { AgendaItem } from './agenda-item';
import { CaseItem } from './case-item';
import { Session } from './session';

/**
 * The session, if the viewer may see and steer it. Hidden and absent alike are not found; one that is closed or called off takes no more changes. It is
 * held until the commit, so that nothing lands on it after it has closed: shared by all who change what hangs on it, or alone by whoever changes
 * the session itself (from the beginning: two who share it and then both want it alone would wait for each other).
 */
export async function sessionToSteer(
  tx: Tx,
  id: string,
  held: 'shared' | 'alone' = 'shared',
  matter?: Subject['matter'],
): Promise<Session> {
  const session = await steeredSession(tx, id, held, matter);
  if (session.status === 'CLOSED') throw new Invalid('閉会した会議は変更できません。', { session: '閉会しています。' });
  if (session.status === 'CANCELLED')
    throw new Invalid('開催を取りやめた会議は変更できません。', {
      session: '取りやめています。あらためて開くときは、会議を作ってください。',
    });
  return session;
}

/** The same, whatever has become of it. */
export async function steeredSession(
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
  return session;
}

const modes = { shared: 'for_key_share', counting: 'for_no_key_update', alone: 'pessimistic_write' } as const;

/** A thing to steer: the agenda item, its session, and the case that it holds. */
export interface Steered {
  readonly item: AgendaItem;
  readonly session: Session;
  readonly caseId: string | null;
}

/**
 * The agenda item and its session, if the viewer may steer it; a case only while they sit at the table for it. The item is held until the commit: shared, so that nobody takes it off the
 * agenda meanwhile; by one at a time who counts what hangs on it; or alone by whoever takes it off.
 */
export async function itemToSteer(tx: Tx, id: string, held: keyof typeof modes = 'shared'): Promise<Steered> {
  const absent = () => new NotFound('議題が見つかりません。');
  const found = await findById(tx, AgendaItem, id);
  if (!found) throw absent();
  const session = await sessionToSteer(tx, found.sessionId);
  const item = await tx.manager.findOne(AgendaItem, { where: { id }, lock: { mode: modes[held] } });
  if (!item) throw absent();
  return { item, session, caseId: await caseIn(tx, item) };
}

async function caseIn(tx: Tx, item: AgendaItem): Promise<string | null> {
  if (item.kind !== 'CASE') return null;
  const held = await tx.manager.findOneBy(CaseItem, { agendaItemId: item.id });
  if (!held) throw notOpenTo('変更');
  return held.caseId;
}

/** The case of an item is not open to whoever steers, whatever closes it. `what`: 変更 or 訂正. */
export function notOpenTo(what: string): Denied {
  return new Denied(
    `この議題の事例は、いまあなたに開かれていないため${what}できません。開かれている司会か書記に頼み、だれにも開かれていなければ、本人の同意が続いているかを確かめてください。`,
  );
}

/** Consoles hear of everything; a display only of what stands on the wall, or has stood. A case never stands there. */
export function audiencesOf(item: Pick<AgendaItem, 'state' | 'kind'>): readonly BoardAudience[] {
  return item.state === 'WAITING' || item.kind === 'CASE' ? ['console'] : ['console', 'display'];
}

/** Announces a change below an agenda item. Of a case it tells no more than that: those who have left the table hear it, too. */
export async function announceItem(
  tx: Statements,
  item: AgendaItem,
  kind: EventKind,
  subjectType: string,
  subjectId: string,
  audiences = audiencesOf(item),
): Promise<void> {
  const told = item.kind === 'CASE' ? caseChanged(item.id) : { kind, subjectType, subjectId };
  await announce(tx, { session: item.sessionId, ...told, audiences });
}

/**
 * Announces what became in this session of something that an earlier one left open. Of a case it tells no more than that there is something new of one: those
 * who have left the table for it hear it, too, and what was done last stands in the row itself, behind its walls.
 */
export async function announceCarriedOver(
  tx: Statements,
  session: string,
  kind: 'CARRIED_OVER_SETTLED' | 'CARRIED_OVER_UNSETTLED' | 'CARRIED_OVER_LEFT',
  subjectType: 'Deferral' | 'ActionItem',
  { id, caseId }: { readonly id: string; readonly caseId: string | null },
): Promise<void> {
  const told = caseId
    ? { kind: 'CASE_CHANGED' as const, subjectType: 'Session', subjectId: session }
    : { kind, subjectType, subjectId: id };
  await announce(tx, { session, ...told, audiences: ['console'] });
}

/** That there is something new of the case of an agenda item, and nothing of what. */
export const caseChanged = (item: string) => ({ kind: 'CASE_CHANGED' as const, subjectType: 'AgendaItem', subjectId: item });
