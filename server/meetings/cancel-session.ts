import { decide } from '#server/access/decide';
import type { Statements, Tx } from '#server/database/as-viewer';
import type { Changed } from '#server/database/change';
import { findById } from '#server/database/find-by-id';
import { changeVersioned } from '#server/database/versioned';
import { wakesOf } from '#server/events/wakes';
import { Invalid, insist } from '#server/kernel/problem';
import { announceSession, shownSession } from './convene';
import { shownPlan } from './move-session';
import { nextNumber } from './next-number';
import { holdRequest } from './open-request';
import type { CancelOrder, SessionOrder } from './orders';
import { Session } from './session';
import { sessionToSteer, steeredSession } from './steer';
import { namelessLine } from './text';
import { textLimits } from './text-limits';

/** How long it may be taken back (ms); the database holds to the same. */
const TAKEN_BACK_MS = 10 * 60_000;

/** What is called off, as a conflict shows it: that somebody has moved it meanwhile is for the person to see. */
const shown = (session: Session) => ({ status: session.status, ...shownPlan(session) });

/**
 * 開催を取りやめる: calls a session off that has not opened, with a reason that names nobody, by those who may call one of its kind. Its agenda stays to be
 * read; what was asked for waits again, and what was reported or settled there already is carried over again.
 */
export async function cancelSession(tx: Tx, order: CancelOrder): Promise<Changed> {
  const { id, kind, status } = await sessionToSteer(tx, order.session, 'alone');
  insist(decide(tx.viewer, 'session:convene', { convening: kind }));
  if (status !== 'PREPARING')
    throw new Invalid('もう始まった会議です。', { session: '開催を取りやめられるのは、会議を始める前だけです。' });
  const cancelledBecause = namelessLine('reason', '取りやめる理由', order.reason, textLimits.CancelOrder.reason);
  await changeVersioned(tx, Session, { id, version: order.version }, shown, () => ({
    ...{ status: 'CANCELLED' as const, cancelledBecause },
  }));
  await tx.asHouse((house) => release(house, id));
  tx.afterCommit(() => wakesOf(tx.database).emit('rights'));
  return announceSession(tx, id, 'SESSION_CANCELLED');
}

async function release(house: Statements, session: string): Promise<void> {
  await house.query(
    `update core.agenda_item set released_request_id = request_id, request_id = null, version = version + 1
     where session_id = $1 and request_id is not null`,
    [session],
  );
  await house.query(
    'update core.proposal set released_reported_in = reported_in, reported_in = null, version = version + 1 where reported_in = $1',
    [session],
  );
  await house.query(
    `update core.deferral set settled_by = null, settled_at = null, looked_in = null, looked_at = null, version = version + 1
     where looked_in = $1`,
    [session],
  );
  await house.query(
    `update core.action_item a set looked_in = null, looked_at = null, looked_left = false, version = a.version + 1,
       back_left_at = case when not a.looked_left then a.back_left_at end, status = case when b.undone then 'OPEN' else a.status end,
       done_at = case when not b.undone then a.done_at end, done_note = case when not b.undone then a.done_note end
     from (select id, ${settledHere} as undone from core.action_item where looked_in = $1) b where b.id = a.id`,
    [session],
  );
}

/** Settled by the session that looked at it, as SQL on the row: what a desk has done since stays done. */
const settledHere = `(not looked_left and (done_at is null or done_at <= looked_at + interval '1 minute'))`;

/**
 * Takes that back within ten minutes: the session is called again, under the next number where another has taken its own. What was asked for is on its
 * agenda again and what was reported is reported, unless it has had another answer meanwhile.
 */
export async function uncancelSession(tx: Tx, order: SessionOrder): Promise<Changed> {
  // Only what the viewer may know of: a key of somebody else's holds up nobody.
  if (await findById(tx, Session, order.session)) await tx.asHouse((house) => holdReleased(house, order.session));
  const { id, kind, status, heldOn, cancelledAt } = await steeredSession(tx, order.session, 'alone');
  insist(decide(tx.viewer, 'session:convene', { convening: kind }));
  if (status !== 'CANCELLED') throw new Invalid('取りやめていない会議です。', { session: 'いまの予定を確かめてください。' });
  if (Date.now() - (cancelledAt?.getTime() ?? 0) > TAKEN_BACK_MS)
    throw new Invalid('取りやめを取り消せるのは、10分のうちです。', { session: 'あらためて会議を作ってください。' });
  await changeVersioned(tx, Session, { id, version: order.version }, shownSession, () => ({
    ...{ status: 'PREPARING' as const, cancelledBecause: null },
  }));
  const next = await nextNumber(tx, kind, heldOn);
  const [taken] = await tx.query(
    `select 1 from core.session s join core.session o on o.kind = s.kind and o.number = s.number and o.id <> s.id and o.status <> 'CANCELLED'
       and extract(year from o.held_on - interval '3 months') = extract(year from s.held_on - interval '3 months') where s.id = $1 limit 1`,
    [id],
  );
  if (taken) await tx.query('update core.session set number = $2 where id = $1', [id, next]);
  await tx.asHouse((house) => takeUpAgain(house, id));
  tx.afterCommit(() => wakesOf(tx.database).emit('rights'));
  return announceSession(tx, id, 'SESSION_UNCANCELLED');
}

/** Holds what the session would take up again, before the session itself: whoever puts a request on its agenda holds them in that order, too. */
async function holdReleased(house: Statements, session: string): Promise<void> {
  const released = `select distinct released_request_id as id from core.agenda_item where session_id = $1 and released_request_id is not null order by 1`;
  for (const { id } of await house.query<{ id: string }>(released, [session])) await holdRequest(house, id);
}

async function takeUpAgain(house: Statements, session: string): Promise<void> {
  await house.query(
    `update core.agenda_item a set released_request_id = null, version = a.version + 1, request_id = (
       select r.id from core.agenda_request r where r.id = a.released_request_id and r.declined_at is null and r.withdrawn_at is null
         and (a.restricted or not exists (select 1 from core.agenda_item b where b.request_id = r.id)))
     where a.session_id = $1 and a.released_request_id is not null`,
    [session],
  );
  await house.query(
    `update core.proposal set reported_in = coalesce(reported_in, released_reported_in), released_reported_in = null, version = version + 1
     where released_reported_in = $1`,
    [session],
  );
}
