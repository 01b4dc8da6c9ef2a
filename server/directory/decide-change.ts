import { randomInt } from 'node:crypto';
import { decide } from '#server/access/decide';
import { mayApprove } from '#server/access/four-eyes';
import type { Tx } from '#server/database/as-viewer';
import type { Changed } from '#server/database/change';
import { isId, newSecret, secretHash } from '#server/kernel/ids';
import { Denied, Invalid, insist, NotFound } from '#server/kernel/problem';
import type { AccessChangeKind } from './access-change';
import type { DecisionOrder } from './access-orders';
import { drawUpContract, extendContract } from './draw-up-contract';
import { staffIdOf } from './staff-id-of';

const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789';

interface ChangeRow {
  id: string;
  kind: AccessChangeKind;
  state: string;
  staff_id: string | null;
  requested_by: string;
  contractor_id: string | null;
  own_organization_id: string | null;
}

/** An approved change; `secret` is what the approving administrator hands over, and is never shown again. */
type Approved = Changed & { readonly secret?: string };

/** Approves a change that another administrator asked for, and makes it in the same commit: open screens follow within a second. */
export async function approveChange(tx: Tx, order: DecisionOrder): Promise<Approved> {
  const change = await waiting(tx, order.change);
  const administrator = { staffId: staffIdOf(tx.viewer), organizationId: change.own_organization_id };
  if (!mayApprove(administrator, { staffId: change.staff_id, requestedBy: change.requested_by, contractorId: change.contractor_id }))
    throw new Denied(
      '自分が申請した変更と、自分や、自分の所属する委託先とその人についての変更は承認できません。所属の違う、ほかの管理者に頼んでください。',
    );
  const secret = await makers[change.kind](tx, change.id);
  return { type: 'AccessChange', id: change.id, ...(secret === undefined ? {} : { secret }) };
}

/** Refuses a change; whoever asked for it withdraws it in the same way. */
export async function refuseChange(tx: Tx, order: DecisionOrder): Promise<Changed> {
  const change = await waiting(tx, order.change);
  await settle(tx, change.id, change.requested_by === staffIdOf(tx.viewer) ? 'WITHDRAWN' : 'REFUSED');
  return { type: 'AccessChange', id: change.id };
}

/** Waits for whoever is deciding on the same change at this moment. */
async function waiting(tx: Tx, id: string): Promise<ChangeRow> {
  insist(decide(tx.viewer, 'staff:administer'));
  const [change] = isId(id)
    ? await tx.query<ChangeRow>(
        `select c.id, c.kind, c.state, c.staff_id, c.requested_by, hub.contractor_of(c.organization_id, c.staff_id) as contractor_id,
           (select s.organization_id from core.staff s where s.id = $2) as own_organization_id
         from hub.access_change c where c.id = $1`,
        [id, staffIdOf(tx.viewer)],
      )
    : [];
  if (!change) throw new NotFound('この申請は見つかりません。');
  // The row policy lets only a change that waits be locked, and only for fourteen days.
  const locked = await tx.query('select 1 from hub.access_change where id = $1 for update', [id]);
  if (locked.length === 0) throw new Invalid('この申請はもう決まっているか、14日の期限が過ぎています。一覧を読み直してください。');
  return change;
}

async function settle(tx: Tx, id: string, state: 'APPROVED' | 'REFUSED' | 'WITHDRAWN', codeHash: string | null = null): Promise<void> {
  await tx.query('update hub.access_change set state = $2, decided_by = $3, decided_at = now(), code_token_hash = $4 where id = $1', [
    id,
    state,
    staffIdOf(tx.viewer),
    codeHash,
  ]);
}

/** What each kind makes of its columns. Row policies hold every one of them against the change that this transaction has approved. */
const makers: Readonly<Record<AccessChangeKind, (tx: Tx, id: string) => Promise<string | undefined>>> = {
  ROLES: (tx, id) =>
    approved(
      tx,
      id,
      `update core.staff s set roles = c.roles, team_id = c.team_id, active_until = c.active_until from hub.access_change c where c.id = $1 and s.id = c.staff_id`,
    ),
  ENROL: (tx, id) =>
    approved(
      tx,
      id,
      `insert into core.staff (id, name, roles, team_id, organization_id, active_from, active_until)
       select staff_id, name, roles, team_id, organization_id, hub.today(), active_until from hub.access_change where id = $1`,
    ),
  SUBJECT: (tx, id) =>
    approved(
      tx,
      id,
      'insert into hub.subject (issuer, subject, staff_id) select issuer, subject, staff_id from hub.access_change where id = $1',
    ),
  SETUP: async (tx, id) => {
    const code = Array.from({ length: 8 }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
    await settle(tx, id, 'APPROVED', secretHash(code));
    return code;
  },
  SERVICE: async (tx, id) => {
    const token = `hub_${newSecret()}`;
    await settle(tx, id, 'APPROVED');
    await tx.query(
      `insert into hub.service_account (change_id, name, team_id, purpose, scopes, expires_on, token_hash)
       select id, name, team_id, purpose, scopes, active_until, $2 from hub.access_change where id = $1`,
      [id, secretHash(token)],
    );
    return token;
  },
  CONTRACT: async (tx, id) => {
    await settle(tx, id, 'APPROVED');
    await drawUpContract(tx, id);
    return undefined;
  },
  EXTENSION: async (tx, id) => {
    await settle(tx, id, 'APPROVED');
    await extendContract(tx, id);
    return undefined;
  },
};

async function approved(tx: Tx, id: string, sql: string): Promise<undefined> {
  await settle(tx, id, 'APPROVED');
  await tx.query(sql, [id]);
}
