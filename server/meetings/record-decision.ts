import type { Tx } from '#server/database/as-viewer';
import type { Changed } from '#server/database/change';
import { findById } from '#server/database/find-by-id';
import { changeVersioned } from '#server/database/versioned';
import type { EventKind } from '#server/events/event-kind';
import { NotFound } from '#server/kernel/problem';
import type { OutcomeOrder, ReadBackOrder, RewordOrder } from './closing-orders';
import { Decision } from './decision';
import { announceLine, holdingOf } from './hold';
import type { Session } from './session';
import { itemToSteer } from './steer';
import { boardLine } from './text';
import { textLimits } from './text-limits';

const shownDecision = ({ title, readBackAt }: Decision) => ({ title, readBackAt });

/** Writes down what was decided on an item of the agenda. Before citizens, words that may name somebody wait, like every line. */
export async function recordDecision(tx: Tx, order: OutcomeOrder): Promise<Changed> {
  const { item, session, caseId } = await itemToSteer(tx, order.item);
  const title = boardLine('title', '決まったこと', order.title, textLimits.OutcomeOrder.title);
  const decision = await tx.manager.save(
    tx.manager.create(Decision, {
      sessionId: session.id,
      restricted: session.restricted,
      agendaItemId: item.id,
      caseId,
      title,
      ...holdingOf(tx, session, title),
      readBackAt: null,
      version: 1,
    }),
  );
  await announceLine(tx, item, 'DECISION_RECORDED', decision);
  return { type: 'Decision', id: decision.id, session: session.id };
}

/** Rewrites a decision: what was read out before was another one. Throws `Conflict` with both versions when somebody was first. */
export async function rewordDecision(tx: Tx, order: RewordOrder): Promise<Changed> {
  const title = boardLine('title', '決まったこと', order.title, textLimits.RewordOrder.title);
  return changeDecision(tx, order, 'DECISION_REWORDED', (session, before) => ({
    title,
    ...holdingOf(tx, session, title, before),
    readBackAt: title === before.title ? before.readBackAt : null,
  }));
}

/** Marks a decision as read out to the table, or takes that back. */
export async function readBackDecision(tx: Tx, order: ReadBackOrder): Promise<Changed> {
  const kind = order.done ? 'DECISION_READ_BACK' : 'DECISION_UNREAD';
  return changeDecision(tx, order, kind, () => ({ readBackAt: order.done ? new Date() : null }));
}

async function changeDecision(
  tx: Tx,
  claimed: { readonly decision: string; readonly version: number },
  kind: EventKind,
  nextOn: (session: Session, before: Decision) => Partial<Decision>,
): Promise<Changed> {
  const decision = await findById(tx, Decision, claimed.decision);
  if (!decision) throw new NotFound('決まったことが見つかりません。');
  const { item, session } = await itemToSteer(tx, decision.agendaItemId);
  const row = { id: decision.id, version: claimed.version };
  const changed = await changeVersioned(tx, Decision, row, shownDecision, (before) => nextOn(session, before));
  await announceLine(tx, item, kind, changed, decision);
  return { type: 'Decision', id: decision.id, session: session.id };
}
