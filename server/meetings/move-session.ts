import { decide } from '#server/access/decide';
import type { Tx } from '#server/database/as-viewer';
import type { Changed } from '#server/database/change';
import { changeVersioned } from '#server/database/versioned';
import { fiscalYearOf } from '#server/kernel/fiscal-year';
import { Invalid, insist } from '#server/kernel/problem';
import { announceSession } from './convene';
import { nextNumber } from './next-number';
import type { MoveOrder } from './orders';
import { Session } from './session';
import { sessionToSteer } from './steer';
import { boardLine } from './text';
import { textLimits } from './text-limits';
import { hoursOf } from './time-of-day';

/** What is planned of a session, as a conflict shows it. */
export const shownPlan = ({ title, heldOn, startsAt, endsAt, place }: Session) => ({
  ...{ title, heldOn, startsAt: startsAt?.slice(0, 5) ?? null, endsAt: endsAt?.slice(0, 5) ?? null, place },
});

/**
 * Moves a session that has not opened: its day, hours, place and title, by those who may call one of its kind. In another fiscal year it is
 * counted anew. The database counts the moves, for calendars that hold its invitation.
 */
export async function moveSession(tx: Tx, order: MoveOrder): Promise<Changed> {
  const { id, kind, status, number, heldOn } = await sessionToSteer(tx, order.session, 'alone');
  insist(decide(tx.viewer, 'session:convene', { convening: kind }));
  if (status !== 'PREPARING') throw new Invalid('もう始まった会議です。', { session: '予定を変えられるのは、会議を始める前だけです。' });
  const planned = {
    title: boardLine('title', '会議の題', order.title, textLimits.MoveOrder.title),
    place: boardLine('place', '場所', order.place, textLimits.MoveOrder.place),
    heldOn: order.heldOn,
    number: fiscalYearOf(order.heldOn) === fiscalYearOf(heldOn) ? number : await nextNumber(tx, kind, order.heldOn),
    ...hoursOf(order),
  };
  await changeVersioned(tx, Session, { id, version: order.version }, shownPlan, () => planned);
  return announceSession(tx, id, 'SESSION_MOVED');
}
