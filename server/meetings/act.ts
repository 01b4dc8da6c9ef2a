import type { Tx } from '#server/database/as-viewer';
import type { Changed } from '#server/database/change';
import { findById } from '#server/database/find-by-id';
import { changeVersioned } from '#server/database/versioned';
import type { EventKind } from '#server/events/event-kind';
import { NotFound } from '#server/kernel/problem';
import { ActionItem } from './action-item';
import { organizationOrNull } from './assign-role';
import { announceLine, holdingOf } from './hold';
import type { ActionOrder, FinishOrder, ReviseOrder } from './orders';
import type { Session } from './session';
import { itemToSteer } from './steer';
import { boardLine } from './text';
import { textLimits } from './text-limits';

const shownAction = (row: ActionItem) => ({ title: row.title, organization: row.organizationId, dueOn: row.dueOn, status: row.status });

/** Adds an action item: what, by which organisation, until when. */
export async function addActionItem(tx: Tx, order: ActionOrder): Promise<Changed> {
  const { item, session, caseId } = await itemToSteer(tx, order.item);
  const title = boardLine('title', '何をするか', order.title, textLimits.ActionOrder.title);
  const action = await tx.manager.save(
    tx.manager.create(ActionItem, {
      sessionId: session.id,
      restricted: session.restricted,
      agendaItemId: item.id,
      caseId,
      title,
      ...holdingOf(tx, session, title),
      organizationId: await organizationOrNull(tx, session.kind, order.organization),
      dueOn: order.dueOn ?? null,
      status: 'OPEN',
      version: 1,
    }),
  );
  await announceLine(tx, item, 'ACTION_ADDED', action);
  return { type: 'ActionItem', id: action.id, session: session.id };
}

/** Rewrites an action item. Throws `Conflict` with both versions when somebody was first. */
export async function reviseActionItem(tx: Tx, order: ReviseOrder): Promise<Changed> {
  const title = boardLine('title', '何をするか', order.title, textLimits.ReviseOrder.title);
  return changeAction(tx, { id: order.action, version: order.version }, 'ACTION_REVISED', async (session, before) => ({
    title,
    ...holdingOf(tx, session, title, before),
    organizationId: await organizationOrNull(tx, session.kind, order.organization),
    dueOn: order.dueOn ?? null,
  }));
}

/** Marks an action item done, or open again. */
export async function finishActionItem(tx: Tx, order: FinishOrder): Promise<Changed> {
  const next: Partial<ActionItem> = order.done ? { status: 'DONE', doneAt: new Date() } : { status: 'OPEN', doneAt: null };
  return changeAction(tx, { id: order.action, version: order.version }, order.done ? 'ACTION_DONE' : 'ACTION_REOPENED', async () => next);
}

async function changeAction(
  tx: Tx,
  claimed: { id: string; version: number },
  kind: EventKind,
  nextOn: (session: Session, before: ActionItem) => Promise<Partial<ActionItem>>,
): Promise<Changed> {
  const action = await findById(tx, ActionItem, claimed.id);
  if (!action?.agendaItemId) throw new NotFound('次にやることが見つかりません。');
  const { item, session } = await itemToSteer(tx, action.agendaItemId);
  const next = await nextOn(session, action);
  const changed = await changeVersioned(tx, ActionItem, claimed, shownAction, () => next);
  await announceLine(tx, item, kind, changed, action);
  return { type: 'ActionItem', id: action.id, session: session.id };
}
