import { decide } from '#server/access/decide';
import type { Tx } from '#server/database/as-viewer';
import type { Changed } from '#server/database/change';
import { changeVersioned } from '#server/database/versioned';
import { announce } from '#server/events/board-log';
import type { EventKind } from '#server/events/event-kind';
import { Indicator } from '#server/indicators/indicator';
import { Invalid, insist } from '#server/kernel/problem';
import { announceSession, shownSession } from './convene';
import { conferenceOf, slidesOf } from './kinds/registry';
import type { FocusOrder } from './note-orders';
import { Session } from './session';
import type { WallState } from './states';
import { sessionToSteer } from './steer';
import type { LetteringOrder, TakeOverOrder, TimerOrder, WallOrder } from './wall-orders';

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

/**
 * Turns the wall: to the item at the front, to what was said to it, to what was agreed on, or to an indicator of the plan. Without a version,
 * like hiding.
 */
export async function setFocus(tx: Tx, { session: id, focus, indicator }: FocusOrder): Promise<Changed> {
  const session = await sessionToSteer(tx, id, 'alone');
  const conference = conferenceOf(session.kind);
  // What was said can be turned to everywhere: it is on the own devices of those at the table, too.
  if (focus !== 'NOTES' && focus !== 'MATTER' && !slidesOf(conference).includes(focus))
    throw new Invalid(`${conference.name}では、これを会場の画面に出せません。`, { focus: '出せるものは会議の種類ごとに決まっています。' });
  const indicatorId = focus === 'INDICATOR' ? await insistIndicator(tx, indicator ?? session.indicatorId) : session.indicatorId;
  if (session.focus !== focus || session.indicatorId !== indicatorId)
    await tx.manager.update(Session, { id: session.id }, { focus, indicatorId });
  return announceSession(tx, session.id, 'FOCUS_SET');
}

async function insistIndicator(tx: Tx, id: string | null): Promise<string> {
  if (!id || !(await tx.manager.existsBy(Indicator, { id })))
    throw new Invalid('出す指標を選んでください。', { indicator: '実施計画の指標から選びます。' });
  return id;
}

/** How the wall is read: larger text shows less; furigana; やさしい日本語 for the product's own words. What is not given stays. */
export async function setLettering(tx: Tx, order: LetteringOrder): Promise<Changed> {
  const session = await sessionToSteer(tx, order.session, 'alone');
  const { textStep, furigana, easy } = session;
  const next = { textStep: order.textStep ?? textStep, furigana: order.furigana ?? furigana, easy: order.easy ?? easy };
  if (next.textStep !== textStep || next.furigana !== furigana || next.easy !== easy)
    await tx.manager.update(Session, { id: session.id }, next);
  return announceSession(tx, session.id, 'LETTERING_SET');
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
