import type { Tx } from '#server/database/as-viewer';
import type { Changed } from '#server/database/change';
import { findById } from '#server/database/find-by-id';
import type { EventKind } from '#server/events/event-kind';
import { Conflict, Invalid, NotFound } from '#server/kernel/problem';
import { ActionItem } from './action-item';
import { announceLine } from './hold';
import type { TakeBackActionOrder, TakeBackRoleOrder } from './note-orders';
import { Role } from './role';
import { itemToSteer } from './steer';

/**
 * Takes back a role that was written down by mistake, within ten minutes (row policy): it never was. Whoever changed it meanwhile is not
 * overruled: `Conflict`.
 */
export async function takeBackRole(tx: Tx, { role, version }: TakeBackRoleOrder): Promise<Changed> {
  return takeBack(tx, Role, { id: role, version }, 'ROLE_TAKEN_BACK');
}

/** The same for an action item. */
export async function takeBackActionItem(tx: Tx, { action, version }: TakeBackActionOrder): Promise<Changed> {
  return takeBack(tx, ActionItem, { id: action, version }, 'ACTION_TAKEN_BACK');
}

async function takeBack<L extends Role | ActionItem>(
  tx: Tx,
  entity: new () => L,
  claimed: { readonly id: string; readonly version: number },
  kind: EventKind,
): Promise<Changed> {
  const found = await findById<Role | ActionItem>(tx, entity, claimed.id);
  if (!found?.agendaItemId) throw new NotFound('役割・次にやることが見つかりません。');
  const { item, session } = await itemToSteer(tx, found.agendaItemId, 'counting');
  const line = await tx.manager.findOne<Role | ActionItem>(entity, { where: { id: claimed.id }, lock: { mode: 'pessimistic_write' } });
  if (!line) throw new NotFound('役割・次にやることが見つかりません。');
  if (line.version !== claimed.version) throw new Conflict({ title: line.title, version: line.version }, { version: claimed.version });
  const [deferred] = await tx.query('select 1 from core.deferral where role_id = $1 or action_item_id = $1 limit 1', [line.id]);
  if (deferred) throw new Invalid('一度保留にしたものは取り消せません。', { version: '書き直すか、会場から下げてください。' });
  const { affected } = await tx.manager.delete<Role | ActionItem>(entity, { id: line.id });
  if (affected !== 1) throw new Invalid('取り消せるのは、加えてから10分のうちです。', { version: '書き直すか、会場から下げてください。' });
  await announceLine(tx, item, kind, line);
  return { type: 'Session', id: session.id, session: session.id };
}
