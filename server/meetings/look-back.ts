import type { Tx } from '#server/database/as-viewer';
import type { Changed } from '#server/database/change';
import { findById } from '#server/database/find-by-id';
import { changeVersioned } from '#server/database/versioned';
import { isId } from '#server/kernel/ids';
import { Invalid, NotFound } from '#server/kernel/problem';
import { ActionItem } from './action-item';
import { isGivenBack } from './answer-action';
import { Deferral } from './deferral';
import type { LeaveOrder, UnsettleOrder } from './inbox-orders';
import { Session } from './session';
import { announceCarriedOver, sessionToSteer } from './steer';

/** What this session did last about it, settling it or leaving it with its organisation, and not too long ago to be taken back. */
const justDone = `looked_in = $1 and id = $2 and looked_at > now() - interval '10 minutes'`;
/** What its organisation has done since is done, whatever the room had settled. */
const stillSo = {
  deferral: `select 1 from core.deferral where ${justDone}`,
  action: `select 1 from core.action_item where ${justDone} and (looked_left or done_at is null or done_at <= looked_at)`,
} as const;
/** Nobody has looked at it: what was taken back is taken back once. */
const unlooked = { lookedIn: null, lookedAt: null } as const;

/**
 * Takes back that something carried over was settled or left, in the session that did so and within ten minutes: it is carried over again, as it was.
 * What its organisation has answered or done since stays so.
 */
export async function unsettleCarriedOver(tx: Tx, { session: id, deferral, action }: UnsettleOrder): Promise<Changed> {
  const session = await sessionToSteer(tx, id);
  const key = deferral ?? action;
  const [found] = key && isId(key) ? await tx.query(stillSo[deferral ? 'deferral' : 'action'], [session.id, key]) : [];
  const row = found && (deferral ? await findById(tx, Deferral, deferral) : await findById(tx, ActionItem, key ?? ''));
  if (!row || !key) throw new NotFound('取り消せる片づけが見つかりません。10分をすぎたか、もう戻っているか、担う機関が済みにしています。');
  const claimed = { id: key, version: row.version };
  if (deferral) {
    insistStill((row as Deferral).settledAt !== null);
    await changeVersioned(
      tx,
      Deferral,
      claimed,
      ({ reason }) => ({ reason }),
      () => ({ settledAt: null, settledBy: null, ...unlooked }),
    );
  } else {
    const { status, backLeftAt, lookedLeft } = row as ActionItem;
    insistStill(lookedLeft ? backLeftAt !== null : status !== 'OPEN');
    await changeVersioned(
      tx,
      ActionItem,
      claimed,
      ({ title }) => ({ title }),
      () => ({
        ...(lookedLeft ? { backLeftAt: null } : { status: 'OPEN' as const, doneAt: null, doneNote: null }),
        ...unlooked,
        lookedLeft: false,
      }),
    );
  }
  await announceCarriedOver(tx, session.id, 'CARRIED_OVER_UNSETTLED', deferral ? 'Deferral' : 'ActionItem', row);
  return { type: Session.name, id: session.id, session: session.id };
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
  const left = await changeVersioned(
    tx,
    ActionItem,
    { id: action, version },
    ({ title, backReason }) => ({ title, backReason }),
    () => ({ backLeftAt: new Date(), lookedIn: session.id, lookedAt: new Date(), lookedLeft: true }),
  );
  await announceCarriedOver(tx, session.id, 'CARRIED_OVER_LEFT', 'ActionItem', left);
  return { type: Session.name, id: session.id, session: session.id };
}
