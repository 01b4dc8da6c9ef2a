import type { Tx } from '#server/database/as-viewer';
import type { Changed } from '#server/database/change';
import { findById } from '#server/database/find-by-id';
import { changeVersioned } from '#server/database/versioned';
import { announce } from '#server/events/board-log';
import { Conflict, Invalid, NotFound } from '#server/kernel/problem';
import { CommunityIssue } from '#server/resources/community-issue';
import { ActionItem } from './action-item';
import { AgendaItem } from './agenda-item';
import { BoardNote } from './board-note';
import { CaseCard } from './case-card';
import { announceSession, shownSession } from './convene';
import { Decision } from './decision';
import { EcoLink } from './eco-link';
import { insistTable } from './leave-table';
import type { AgendaOrder, FrontOrder, TakeOffOrder } from './orders';
import { recordProjection } from './project';
import { caseToPut, layCase } from './put-case';
import { requestedOrder } from './request-to-take';
import { Role } from './role';
import { Session } from './session';
import { itemToSteer, sessionToSteer } from './steer';
import { tellingOf } from './telling';

type Slot = 'card' | 'issue' | 'case' | 'report' | 'fiction';
const slots: readonly Slot[] = ['card', 'issue', 'case', 'report', 'fiction'];
const kinds = { card: 'CARD', issue: 'ISSUE', case: 'CASE', report: 'REPORT', fiction: 'FICTION' } as const satisfies Record<
  Slot,
  AgendaItem['kind']
>;

/**
 * Puts an approved card or issue, a case, or a text of its own on the agenda, under the next letter of this session; a request puts on what it asks
 * for, past the same guards. Only consoles hear of it: it is not on the wall yet.
 */
export async function putOnAgenda(tx: Tx, given: AgendaOrder): Promise<Changed> {
  const order = given.request ? await requestedOrder(tx, given) : given;
  const slot = slotOf(order);
  // Held alone: under this lock letters and positions are given out, and nothing is put on twice.
  const session = await sessionToSteer(tx, order.session, 'alone', slot);
  const matter = slot === 'case' ? await caseToPut(tx, session, order) : undefined;
  if (slot === 'card' || slot === 'issue') await insistApproved(tx, session, slot, order[slot] ?? '');
  const told = slot === 'report' || slot === 'fiction' ? tellingOf(order[slot]) : { title: null, words: null };
  const [next] = await tx.query<{ position: number }>(
    'select coalesce(max(position) + 1, 0)::int as position from core.agenda_item where session_id = $1',
    [session.id],
  );
  const position = next?.position ?? 0;
  const item = await tx.manager.save(
    tx.manager.create(AgendaItem, {
      sessionId: session.id,
      restricted: session.restricted,
      position,
      kind: kinds[slot],
      cardId: order.card ?? null,
      issueId: order.issue ?? null,
      ...told,
      requestId: order.request ?? null,
      letter: letter(position),
      state: 'WAITING',
      version: 1,
    }),
  );
  if (matter) await layCase(tx, item, matter);
  await announce(tx, { session: session.id, kind: 'ITEM_ADDED', subjectType: 'AgendaItem', subjectId: item.id, audiences: ['console'] });
  return { type: 'AgendaItem', id: item.id, session: session.id };
}

function slotOf(order: AgendaOrder): Slot {
  const named = slots.filter((each) => order[each]);
  const [slot] = named;
  if (slot && named.length === 1) return slot;
  const faults = (slot ? named : slots).map((each) => [each, 'どれか一つです。']);
  throw new Invalid('議題にするものを、どれか一つ選んでください。', Object.fromEntries(faults));
}

/** Throws for a card or issue that is not there, not approved, or on this agenda already. */
async function insistApproved(tx: Tx, session: Session, slot: 'card' | 'issue', id: string): Promise<void> {
  const row = slot === 'card' ? await findById(tx, CaseCard, id) : await findById(tx, CommunityIssue, id);
  if (!row) throw new NotFound(slot === 'card' ? '事例カードが見つかりません。' : '地域課題が見つかりません。');
  if (row.state !== 'APPROVED') throw new Invalid('承認されていないものは議題にできません。', { [slot]: '別の人の承認を受けてください。' });
  const where = { sessionId: session.id, ...(slot === 'card' ? { cardId: id } : { issueId: id }) };
  const already = await tx.manager.findOne(AgendaItem, { where });
  if (already) throw new Invalid('もう議題に入っています。', { [slot]: `議題${already.letter}です。` });
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
  const lines = [Role, ActionItem, Decision, BoardNote, EcoLink];
  const counts = await Promise.all(lines.map((line) => tx.manager.countBy(line, { agendaItemId: item.id })));
  const below = counts.reduce((sum, count) => sum + count, 0);
  if (below > 0)
    throw new Invalid('役割や次にやること、決まったこと、声、エコマップのある議題は外せません。', { item: `${below}件あります。` });
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
  if (next?.item.kind === 'CASE') await insistTable(tx, next.item);
  if (next?.item.cardId) await insistStanding(tx, next.item.cardId);
  await changeVersioned(tx, Session, { id: session.id, version: order.version }, shownSession, () => ({
    frontItemId: next?.item.id ?? null,
    focus: 'MATTER' as const,
  }));
  if (session.frontItemId && session.frontItemId !== next?.item.id) await setState(tx, session.frontItemId, order.leaving ?? 'DONE');
  if (next) await setState(tx, next.item.id, 'FRONT');
  await recordProjection(tx, { session: session.id, kind: next ? 'FRONT' : 'CLEARED', item: next?.item.id });
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
