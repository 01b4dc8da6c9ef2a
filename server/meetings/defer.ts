import type { Tx } from '#server/database/as-viewer';
import type { Changed } from '#server/database/change';
import { findById } from '#server/database/find-by-id';
import { changeVersioned } from '#server/database/versioned';
import { Staff } from '#server/directory/staff';
import { staffIdOf } from '#server/directory/staff-id-of';
import { isId } from '#server/kernel/ids';
import { Invalid, NotFound } from '#server/kernel/problem';
import { ActionItem } from './action-item';
import { isGivenBack } from './answer-action';
import type { DeferOrder, ResumeOrder, SettleOrder } from './closing-orders';
import { Deferral } from './deferral';
import { keepsOpen } from './kinds/registry';
import type { OpenPointKind } from './states';
import { announceCarriedOver, announceItem, itemToSteer, sessionToSteer } from './steer';
import { boardLine } from './text';
import { textLimits } from './text-limits';

interface Point {
  readonly point: OpenPointKind;
  readonly agendaItemId: string | null;
  readonly roleId: string | null;
  readonly actionItemId: string | null;
  readonly decisionId: string | null;
}

/** Puts an open point off: with a reason, and with somebody by name who sees to it until the next time. */
export async function deferPoint(tx: Tx, order: DeferOrder): Promise<Changed> {
  const session = await sessionToSteer(tx, order.session);
  const found = await pointOf(tx, session.id, order.point);
  if (!found.agendaItemId) throw new Invalid('出欠は保留にできません。', { point: '出席か欠席を記録してください。' });
  const { item, caseId } = await itemToSteer(tx, found.agendaItemId, 'counting');
  // Whoever else put it off meanwhile was first.
  const { point: _, agendaItemId, ...subject } = await pointOf(tx, session.id, order.point);
  const reason = boardLine('reason', '保留にする理由', order.reason, textLimits.DeferOrder.reason);
  if (!(await findById(tx, Staff, order.owner))) throw new Invalid('見届ける人が見つかりません。', { owner: '一覧から選んでください。' });
  const deferral = await tx.manager.save(
    tx.manager.create(Deferral, {
      ...{ sessionId: session.id, restricted: session.restricted, agendaItemId: item.id, caseId, ...subject },
      ...{ reason, ownerId: order.owner, deferredBy: staffIdOf(tx.viewer), version: 1 },
    }),
  );
  await announceItem(tx, item, 'POINT_DEFERRED', 'Deferral', deferral.id, ['console']);
  return { type: 'Deferral', id: deferral.id, session: session.id };
}

async function pointOf(tx: Tx, session: string, point: string): Promise<Point> {
  const [found] = await tx.query<Point>(
    `select u.point, u.agenda_item_id as "agendaItemId", u.role_id as "roleId", u.action_item_id as "actionItemId", u.decision_id as "decisionId"
     from core.session t join core.open_point u on u.session_id = t.id where t.id = $1 and u.id = $2 and ${keepsOpen('t', 'u')}`,
    [session, point],
  );
  if (!found) throw new NotFound('残っていることが見つかりません。もう決まったか、保留になっています。');
  return found;
}

const shownDeferral = ({ reason }: Deferral) => ({ reason });
const settled = (tx: Tx) => ({ settledBy: staffIdOf(tx.viewer), settledAt: new Date() });

/** Takes a point up again in the session that put it off. */
export async function resumePoint(tx: Tx, order: ResumeOrder): Promise<Changed> {
  const deferral = await findById(tx, Deferral, order.deferral);
  if (!deferral) throw new NotFound('保留が見つかりません。');
  const { item, session } = await itemToSteer(tx, deferral.agendaItemId);
  await changeVersioned(tx, Deferral, { id: deferral.id, version: order.version }, shownDeferral, () => settled(tx));
  await announceItem(tx, item, 'POINT_RESUMED', 'Deferral', deferral.id, ['console']);
  return { type: 'Session', id: session.id, session: session.id };
}

const shownAction = ({ title, status }: ActionItem) => ({ title, status });

/** What its organisation asks to give back the room takes back, and nobody has done it. */
const doneOrTakenBack = (row: ActionItem): Partial<ActionItem> =>
  isGivenBack(row) ? { status: 'TAKEN_BACK' } : { status: 'DONE', doneAt: new Date() };

/**
 * Settles, in the session that looks at it, what an earlier one of its kind carried over: a point that was put off, or an action item that is done
 * by now or that the room takes back. The record of the earlier session stays as it was.
 */
export async function settleCarriedOver(tx: Tx, { session: id, deferral, action, version }: SettleOrder): Promise<Changed> {
  const session = await sessionToSteer(tx, id);
  const key = deferral ?? action;
  const column = deferral ? 'deferral_id' : 'action_item_id';
  const [found] =
    key && isId(key) ? await tx.query(`select 1 from core.carried_over where session_id = $1 and ${column} = $2`, [session.id, key]) : [];
  if (!key || !found) throw new NotFound('持ち越しが見つかりません。もう片づいています。');
  const looked = { lookedIn: session.id, lookedAt: new Date() };
  if (deferral) {
    const row = await changeVersioned(tx, Deferral, { id: key, version }, shownDeferral, () => ({ ...settled(tx), ...looked }));
    await announceCarriedOver(tx, session.id, 'CARRIED_OVER_SETTLED', 'Deferral', row);
  } else {
    const next = (row: ActionItem): Partial<ActionItem> => ({ ...doneOrTakenBack(row), ...looked, lookedLeft: false });
    const row = await changeVersioned(tx, ActionItem, { id: key, version }, shownAction, next);
    await announceCarriedOver(tx, session.id, 'CARRIED_OVER_SETTLED', 'ActionItem', row);
  }
  return { type: 'Session', id: session.id, session: session.id };
}
