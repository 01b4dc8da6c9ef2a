import { conferenceProfiles } from '#server/access/conference-profile';
import { decide } from '#server/access/decide';
import type { Tx } from '#server/database/as-viewer';
import type { Changed } from '#server/database/change';
import { changeVersioned } from '#server/database/versioned';
import { announce } from '#server/events/board-log';
import type { EventKind } from '#server/events/event-kind';
import { Invalid, insist } from '#server/kernel/problem';
import { carryMembersOver, sessionToFollow } from './carry-over';
import { conferenceOf } from './kinds/registry';
import { nextNumber } from './next-number';
import type { ConveneOrder, SessionOrder, StepOrder } from './orders';
import { Session } from './session';
import { sessionToSteer } from './steer';
import { boardLine } from './text';
import { textLimits } from './text-limits';
import { hoursOf } from './time-of-day';

/** A session's fields as a conflict shows them. */
export const shownSession = (session: Session) => ({ status: session.status, step: session.step, frontItem: session.frontItemId });

/** Calls a new session of an open kind, under the next number of its fiscal year, with the members of the one that it follows. A 支援会議 is convened with its closed member list, which this road does not take. */
export async function convene(tx: Tx, order: ConveneOrder): Promise<Changed> {
  insist(decide(tx.viewer, 'session:convene'));
  if (conferenceProfiles[order.kind].restricted)
    throw new Invalid('支援会議はここでは作れません。', { kind: '出席者の名簿を定めて招集します。' });
  insist(decide(tx.viewer, 'session:convene', { convening: order.kind }));
  const title = boardLine('title', '会議の題', order.title, textLimits.ConveneOrder.title);
  const place = boardLine('place', '場所', order.place, textLimits.ConveneOrder.place);
  const { startsAt, endsAt } = hoursOf(order);
  const last = order.after ? await sessionToFollow(tx, order.after, order.kind) : undefined;
  const number = await nextNumber(tx, order.kind, order.heldOn);
  const [row] = await tx.query<{ id: string }>(
    `insert into core.session (id, kind, restricted, number, title, held_on, place, status, facilitator_id, convened_by, starts_at, ends_at)
     values (gen_random_uuid(), $1, false, $2, $3, $4, $5, 'PREPARING', $6, $6, $7, $8) returning id`,
    [order.kind, number, title, order.heldOn, place, staffOf(tx), startsAt, endsAt],
  );
  const id = row?.id ?? '';
  if (last) await carryMembersOver(tx, last, id);
  return { type: 'Session', id, session: id };
}

const staffOf = (tx: Tx) => (tx.viewer.actor.startsWith('staff:') ? tx.viewer.actor.slice('staff:'.length) : null);

/** Opens the session: from now on a display may show it. */
export async function openSession(tx: Tx, order: SessionOrder): Promise<Changed> {
  await sessionToSteer(tx, order.session, 'alone');
  return changeSession(tx, order, 'SESSION_OPENED', () => ({ status: 'OPEN' }));
}

/** Goes to a step of the kind's sequence. */
export async function moveOn(tx: Tx, order: StepOrder): Promise<Changed> {
  const session = await sessionToSteer(tx, order.session, 'alone');
  const { steps } = conferenceOf(session.kind);
  if (order.step < 0 || order.step >= steps.length)
    throw new Invalid('その段階はありません。', { step: `0から${steps.length - 1}までです。` });
  return changeSession(tx, order, 'STEP_CHANGED', () => ({ step: order.step }));
}

/** A versioned change of the session's own row, announced to consoles and displays alike. */
async function changeSession(tx: Tx, order: SessionOrder, kind: EventKind, next: (session: Session) => Partial<Session>): Promise<Changed> {
  await changeVersioned(tx, Session, { id: order.session, version: order.version }, shownSession, next);
  return announceSession(tx, order.session, kind);
}

/** Announces a change of the session itself. Last of all in its transaction: it holds the board's counters until the commit. */
export async function announceSession(tx: Tx, session: string, kind: EventKind): Promise<Changed> {
  await announce(tx, { session, kind, subjectType: 'Session', subjectId: session, audiences: ['console', 'display'] });
  return { type: 'Session', id: session, session };
}
