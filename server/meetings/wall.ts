import { decide } from '#server/access/decide';
import type { Tx } from '#server/database/as-viewer';
import type { Changed } from '#server/database/change';
import { changeVersioned } from '#server/database/versioned';
import { announce } from '#server/events/board-log';
import type { EventKind } from '#server/events/event-kind';
import { Invalid, insist } from '#server/kernel/problem';
import { announceSession, shownSession } from './convene';
import type { FocusOrder } from './note-orders';
import { Session } from './session';
import type { WallState } from './states';
import { sessionToSteer } from './steer';
import type { TakeOverOrder, TimerOrder, WallOrder } from './wall-orders';

const kinds: Readonly<Record<WallState, EventKind>> = { SHOWN: 'WALL_SHOWN', HIDDEN: 'WALL_HIDDEN', FROZEN: 'WALL_FROZEN' };

/** The longest that is timed, in seconds. */
const LONGEST = 4 * 60 * 60;

/**
 * Hides the wall, holds it still, or shows it again. It has no version: whoever hides must never be told to look first, and hiding what is
 * hidden already does no harm. A hidden wall is sent nothing of the agenda (row policy).
 */
export async function setWall(tx: Tx, order: WallOrder): Promise<Changed> {
  const session = await sessionToSteer(tx, order.session, 'alone');
  if (session.wall !== order.wall) await tx.manager.update(Session, { id: session.id }, { wall: order.wall });
  return announceSession(tx, session.id, kinds[order.wall]);
}

/** Chooses what the left of the wall shows of the item at the front. Without a version, like hiding. */
export async function setFocus(tx: Tx, order: FocusOrder): Promise<Changed> {
  const session = await sessionToSteer(tx, order.session, 'alone');
  if (session.focus !== order.focus) await tx.manager.update(Session, { id: session.id }, { focus: order.focus });
  return announceSession(tx, session.id, 'FOCUS_SET');
}

/** Starts, stops or puts away the timer. The end is a moment of the database's clock, so that every screen counts down to the same one. */
export async function setTimer(tx: Tx, order: TimerOrder): Promise<Changed> {
  const session = await sessionToSteer(tx, order.session, 'alone');
  const seconds = order.seconds ?? null;
  if (seconds !== null && (seconds < 0 || seconds > LONGEST))
    throw new Invalid('残り時間は0秒から4時間までです。', { seconds: '0から14400までの秒数です。' });
  const endsAt = () => `clock_timestamp() + make_interval(secs => ${Number(seconds)})`;
  const rests = { timerEndsAt: null, timerLeft: seconds };
  await tx.manager.update(Session, { id: session.id }, order.running && seconds ? { timerEndsAt: endsAt, timerLeft: null } : rests);
  return announceSession(tx, session.id, 'TIMER_SET');
}

/** Somebody else takes the chair, also when the laptop of whoever had it is gone. Only desks hear of it. */
export async function takeOver(tx: Tx, order: TakeOverOrder): Promise<Changed> {
  const session = await sessionToSteer(tx, order.session, 'alone');
  insist(decide(tx.viewer, 'session:convene'));
  const facilitatorId = tx.viewer.actor.slice('staff:'.length);
  await changeVersioned(tx, Session, { id: session.id, version: order.version }, shownSession, () => ({ facilitatorId }));
  await announce(tx, { session: session.id, kind: 'TAKEN_OVER', subjectType: 'Session', subjectId: session.id, audiences: ['console'] });
  return { type: 'Session', id: session.id, session: session.id };
}
