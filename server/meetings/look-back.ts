import type { Tx } from '#server/database/as-viewer';
import type { Changed } from '#server/database/change';
import { findById } from '#server/database/find-by-id';
import { changeVersioned } from '#server/database/versioned';
import { announce } from '#server/events/board-log';
import type { EventKind } from '#server/events/event-kind';
import { isId } from '#server/kernel/ids';
import { Invalid, NotFound } from '#server/kernel/problem';
import { ActionItem } from './action-item';
import { isGivenBack } from './answer-action';
import { Deferral } from './deferral';
import type { LeaveOrder, UnsettleOrder } from './inbox-orders';
import { Session } from './session';
import { sessionToSteer } from './steer';

/** What the room did last about it, settling it or leaving it with its organisation, by the log and not too long ago to be taken back. */
const justDone = `select e.kind from hub.board_event e where e.session_id = $1 and e.audience = 'console' and e.kind in ('CARRIED_OVER_SETTLED', 'CARRIED_OVER_LEFT')
  and e.subject_id = $2 and e.at > now() - interval '10 minutes' order by e.seq desc limit 1`;

/**
 * Takes back that something carried over was settled or left, in the session that did so and within ten minutes: it is carried over again, as it was.
 * What was left and has been answered by its organisation since stays answered.
 */
export async function unsettleCarriedOver(tx: Tx, { session: id, deferral, action }: UnsettleOrder): Promise<Changed> {
  const session = await sessionToSteer(tx, id);
  const key = deferral ?? action;
  const [found] = key && isId(key) ? await tx.query<{ kind: EventKind }>(justDone, [session.id, key]) : [];
  const row = found && (deferral ? await findById(tx, Deferral, deferral) : await findById(tx, ActionItem, key ?? ''));
  if (!row || !key) throw new NotFound('取り消せる片づけが見つかりません。10分をすぎたか、もう戻っています。');
  const claimed = { id: key, version: row.version };
  if (deferral) {
    insistStill((row as Deferral).settledAt !== null);
    await changeVersioned(
      tx,
      Deferral,
      claimed,
      ({ reason }) => ({ reason }),
      () => ({ settledAt: null, settledBy: null }),
    );
  } else {
    const { status, backLeftAt } = row as ActionItem;
    const wasLeft = found?.kind === 'CARRIED_OVER_LEFT';
    insistStill(wasLeft ? backLeftAt !== null : status !== 'OPEN');
    await changeVersioned(
      tx,
      ActionItem,
      claimed,
      ({ title }) => ({ title }),
      () => (wasLeft ? { backLeftAt: null } : { status: 'OPEN' as const, doneAt: null, doneNote: null }),
    );
  }
  return told(tx, session.id, 'CARRIED_OVER_UNSETTLED', deferral ? 'Deferral' : 'ActionItem', key);
}

function insistStill(settled: boolean): void {
  if (!settled) throw new Invalid('もう戻っています。', { session: 'いまの持ち越しを確かめてください。' });
}

/**
 * Leaves with its organisation what that asked to give back: the asking is answered. Where the room takes it back it settles it, and writes down anew
 * whom it asks instead; what an earlier session agreed on stays as it was.
 */
export async function leaveCarriedOver(tx: Tx, { session: id, action, version }: LeaveOrder): Promise<Changed> {
  const session = await sessionToSteer(tx, id);
  const carried = `select 1 from core.carried_over where session_id = $1 and action_item_id = $2 and deferral_id is null`;
  const [found] = isId(action) ? await tx.query(carried, [session.id, action]) : [];
  if (!found) throw new NotFound('持ち越しが見つかりません。もう片づいています。');
  const row = await findById(tx, ActionItem, action);
  if (row && !isGivenBack(row)) throw new Invalid('返したいという申し出はありません。', { action: 'いまの持ち越しを確かめてください。' });
  await changeVersioned(
    tx,
    ActionItem,
    { id: action, version },
    ({ title, backReason }) => ({ title, backReason }),
    () => ({ backLeftAt: new Date() }),
  );
  return told(tx, session.id, 'CARRIED_OVER_LEFT', 'ActionItem', action);
}

async function told(
  tx: Tx,
  session: string,
  kind: 'CARRIED_OVER_UNSETTLED' | 'CARRIED_OVER_LEFT',
  subjectType: string,
  subjectId: string,
): Promise<Changed> {
  await announce(tx, { session, kind, subjectType, subjectId, audiences: ['console'] });
  return { type: Session.name, id: session, session };
}
