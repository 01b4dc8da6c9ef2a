import { type ConferenceKind, conferenceProfiles } from '#server/access/conference-profile';
import type { Tx } from '#server/database/as-viewer';
import type { Changed } from '#server/database/change';
import { findById } from '#server/database/find-by-id';
import { changeVersioned } from '#server/database/versioned';
import { Organization } from '#server/directory/organization';
import { Invalid, NotFound } from '#server/kernel/problem';
import { announceLine, holdingOf } from './hold';
import type { AssignOrder, RoleOrder } from './orders';
import { Role } from './role';
import { itemToSteer } from './steer';
import { boardLine } from './text';
import { textLimits } from './text-limits';
import type { RenameOrder } from './wall-orders';

/** Most roles that one item can carry; the wall shows four at a time. */
const MOST_ROLES = 12;

/**
 * The id of an organisation that may stand on the board of a conference of this kind, or null. Throws `Invalid` for one that is not there, and
 * for one that is not public where the board is projected: the wall would show nobody in its place, and its very name is a secret.
 */
export async function organizationOrNull(tx: Tx, kind: ConferenceKind, id: string | null | undefined): Promise<string | null> {
  if (!id) return null;
  const found = await findById(tx, Organization, id);
  if (!found) throw new Invalid('機関が見つかりません。', { organization: '一覧から選んでください。' });
  if (conferenceProfiles[kind].projection && !found.isPublic)
    throw new Invalid('この機関の名前は、会場に映す会議には出せません。', {
      organization: '公開している機関を選ぶか、空けておいてください。',
    });
  return found.id;
}

/** Adds a role to an agenda item, filled or open. */
export async function addRole(tx: Tx, order: RoleOrder): Promise<Changed> {
  const { item, session, caseId } = await itemToSteer(tx, order.item, 'counting');
  const title = boardLine('title', '何をするか', order.title, textLimits.RoleOrder.title);
  const count = await tx.manager.countBy(Role, { agendaItemId: item.id });
  if (count >= MOST_ROLES) throw new Invalid('役割が多すぎます。', { title: `一つの議題に${MOST_ROLES}件までです。` });
  const role = await tx.manager.save(
    tx.manager.create(Role, {
      sessionId: session.id,
      restricted: session.restricted,
      agendaItemId: item.id,
      caseId,
      title,
      ...holdingOf(tx, session, title),
      organizationId: await organizationOrNull(tx, session.kind, order.organization),
      position: count,
      version: 1,
    }),
  );
  await announceLine(tx, item, 'ROLE_ADDED', role);
  return { type: 'Role', id: role.id, session: session.id };
}

/** Assigns an organisation to a role, or opens it again. Throws `Conflict` with both versions when somebody was first; nothing is written then. */
export async function assignRole(tx: Tx, order: AssignOrder): Promise<Changed> {
  const role = await findById(tx, Role, order.role);
  if (!role?.agendaItemId) throw new NotFound('役割が見つかりません。');
  const { item, session } = await itemToSteer(tx, role.agendaItemId);
  const organizationId = await organizationOrNull(tx, session.kind, order.organization);
  const shown = (row: Role) => ({ title: row.title, organization: row.organizationId });
  await changeVersioned(tx, Role, { id: order.role, version: order.version }, shown, () => ({ organizationId }));
  await announceLine(tx, item, 'ROLE_ASSIGNED', role);
  return { type: 'Role', id: role.id, session: session.id };
}

/** Rewrites what a role is about. Throws `Conflict` with both versions when somebody was first. */
export async function renameRole(tx: Tx, order: RenameOrder): Promise<Changed> {
  const title = boardLine('title', '何をするか', order.title, textLimits.RenameOrder.title);
  const role = await findById(tx, Role, order.role);
  if (!role?.agendaItemId) throw new NotFound('役割が見つかりません。');
  const { item, session } = await itemToSteer(tx, role.agendaItemId);
  const shown = (row: Role) => ({ title: row.title, organization: row.organizationId });
  const next = (row: Role) => ({ title, ...holdingOf(tx, session, title, row) });
  const renamed = await changeVersioned(tx, Role, { id: order.role, version: order.version }, shown, next);
  await announceLine(tx, item, 'ROLE_RENAMED', renamed, role);
  return { type: 'Role', id: role.id, session: session.id };
}
