import type { Tx } from '#server/database/as-viewer';
import type { Changed } from '#server/database/change';
import { findById } from '#server/database/find-by-id';
import { changeVersioned } from '#server/database/versioned';
import { announce } from '#server/events/board-log';
import { Conflict, Invalid, NotFound } from '#server/kernel/problem';
import { CommunityIssue } from '#server/resources/community-issue';
import { ActionItem } from './action-item';
import { AgendaItem } from './agenda-item';
import { CaseCard } from './case-card';
import { announceSession, shownSession } from './convene';
import type { AgendaOrder, FrontOrder, TakeOffOrder } from './orders';
import { Role } from './role';
import { Session } from './session';
import { itemToSteer, sessionToSteer } from './steer';

/** Puts an approved card or issue on the agenda, under the next letter of this session. Only consoles hear of it: it is not on the wall yet. */
export async function putOnAgenda(tx: Tx, order: AgendaOrder): Promise<Changed> {
  if (Boolean(order.card) === Boolean(order.issue))
    throw new Invalid('事例カードか地域課題を一つ選んでください。', { card: 'どちらか一つです。', issue: 'どちらか一つです。' });
  // Held alone: under this lock letters and positions are given out, and nothing is put on twice.
  const session = await sessionToSteer(tx, order.session, 'alone', order.card ? 'card' : 'issue');
  await insistApproved(tx, order);
  const [next] = await tx.query<{ position: number }>(
    'select coalesce(max(position) + 1, 0)::int as position from core.agenda_item where session_id = $1',
    [session.id],
  );
  const already = await tx.manager.findOne(AgendaItem, {
    where: { sessionId: session.id, ...(order.card ? { cardId: order.card } : { issueId: order.issue as string }) },
  });
  if (already) throw new Invalid('もう議題に入っています。', { [order.card ? 'card' : 'issue']: `議題${already.letter}です。` });
  const position = next?.position ?? 0;
  const item = await tx.manager.save(
    tx.manager.create(AgendaItem, {
      sessionId: session.id,
      restricted: session.restricted,
      position,
      kind: order.card ? 'CARD' : 'ISSUE',
      cardId: order.card ?? null,
      issueId: order.issue ?? null,
      letter: letter(position),
      state: 'WAITING',
      version: 1,
    }),
  );
  await announce(tx, { session: session.id, kind: 'ITEM_ADDED', subjectType: 'AgendaItem', subjectId: item.id, audiences: ['console'] });
  return { type: 'AgendaItem', id: item.id, session: session.id };
}

async function insistApproved(tx: Tx, order: AgendaOrder): Promise<void> {
  const row = order.card ? await findById(tx, CaseCard, order.card) : await findById(tx, CommunityIssue, order.issue as string);
  if (!row) throw new NotFound(order.card ? '事例カードが見つかりません。' : '地域課題が見つかりません。');
  if (row.state !== 'APPROVED')
    throw new Invalid('承認されていないものは議題にできません。', { [order.card ? 'card' : 'issue']: '別の人の承認を受けてください。' });
}

/** A, B … Z, AA, AB … : new in every session, so that cards of two sessions cannot be joined. */
export function letter(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : `${letter(Math.floor(index / 26) - 1)}${last}`;
}

/** Takes an item off again, while nothing of it has been shown or agreed. */
export async function takeOffAgenda(tx: Tx, order: TakeOffOrder): Promise<Changed> {
  const { item, session } = await itemToSteer(tx, order.item, 'alone');
  if (item.version !== order.version) throw new Conflict({ state: item.state, version: item.version }, { version: order.version });
  if (item.state !== 'WAITING') throw new Invalid('一度会場に出した議題は外せません。', { item: '会議の記録に残ります。' });
  const below =
    (await tx.manager.countBy(Role, { agendaItemId: item.id })) + (await tx.manager.countBy(ActionItem, { agendaItemId: item.id }));
  if (below > 0) throw new Invalid('役割や次にやることのある議題は外せません。', { item: `${below}件あります。` });
  await tx.manager.delete(AgendaItem, { id: item.id });
  await announce(tx, { session: session.id, kind: 'ITEM_REMOVED', subjectType: 'AgendaItem', subjectId: item.id, audiences: ['console'] });
  return { type: 'Session', id: session.id, session: session.id };
}

/**
 * Brings one item to the front of the wall; what stood there before is done, or waits again as if it had never been shown (`leaving`: a slip of
 * the hand must leave no trace on the agenda). Without an item the front is cleared.
 */
export async function bringToFront(tx: Tx, order: FrontOrder): Promise<Changed> {
  const session = await sessionToSteer(tx, order.session, 'alone');
  if (session.status !== 'OPEN') throw new Invalid('会議を始めてから会場に出してください。', { session: 'まだ始まっていません。' });
  if (order.leaving === 'FRONT')
    throw new Invalid('会場から下げる議題は、待ちか済みになります。', { leaving: '待ちか済みを選んでください。' });
  const next = order.item ? await itemToSteer(tx, order.item) : undefined;
  if (next && next.session.id !== session.id) throw new NotFound('議題が見つかりません。');
  if (next?.item.cardId) await insistStanding(tx, next.item.cardId);
  await changeVersioned(tx, Session, { id: session.id, version: order.version }, shownSession, () => ({
    frontItemId: next?.item.id ?? null,
  }));
  if (session.frontItemId && session.frontItemId !== next?.item.id) await setState(tx, session.frontItemId, order.leaving ?? 'DONE');
  if (next) await setState(tx, next.item.id, 'FRONT');
  return announceSession(tx, session.id, 'FRONT_CHANGED');
}

/** A card that was returned (a consent withdrawn, a protection) comes before the room no more, nor by taking a step back. */
async function insistStanding(tx: Tx, card: string): Promise<void> {
  if ((await findById(tx, CaseCard, card))?.state !== 'APPROVED')
    throw new Invalid('この事例カードは取り下げられました。会場には出せません。', { item: 'ほかの議題を選んでください。' });
}

async function setState(tx: Tx, id: string, state: AgendaItem['state']): Promise<void> {
  await tx.manager.update(AgendaItem, { id }, { state, version: () => 'version + 1' });
}
