import { decide } from '#server/access/decide';
import type { Tx } from '#server/database/as-viewer';
import type { Changed } from '#server/database/change';
import { wakesOf } from '#server/events/wakes';
import { isId } from '#server/kernel/ids';
import { insist, NotFound } from '#server/kernel/problem';
import { staffIdOf } from './staff-id-of';

/** Ends every sign-in of somebody within a second, and lets nobody in as them until two administrators have set them up anew. */
export async function suspendSignIn(tx: Tx, staff: string): Promise<Changed> {
  insist(decide(tx.viewer, 'staff:administer'));
  const found = isId(staff) ? await tx.query('select 1 from core.staff where id = $1', [staff]) : [];
  if (found.length === 0) throw new NotFound('この職員は見つかりません。');
  await tx.query(
    `insert into hub.sign_in_standing as p (staff_id, epoch, suspended_at) values ($1, 1, now())
     on conflict (staff_id) do update set epoch = p.epoch + 1, suspended_at = now()`,
    [staff],
  );
  return { type: 'StaffAccount', id: staff };
}

/** Stops a service account within a second. Taking away needs one person only. */
export async function revokeService(tx: Tx, service: string): Promise<Changed> {
  insist(decide(tx.viewer, 'staff:administer'));
  const found = isId(service) ? await tx.query('select 1 from hub.service_account where id = $1', [service]) : [];
  if (found.length === 0) throw new NotFound('このサービス用アカウントは見つかりません。');
  await tx.query('update hub.service_account set revoked_at = now(), revoked_by = $2 where id = $1 and revoked_at is null', [
    service,
    staffIdOf(tx.viewer),
  ]);
  return { type: 'ServiceAccount', id: service };
}

/** Ends a contract now: whoever works for it is out within a second, and does not come in again. Taking away needs one person only. */
export async function endContract(tx: Tx, contract: string): Promise<Changed> {
  insist(decide(tx.viewer, 'staff:administer'));
  const found = isId(contract) ? await tx.query('select 1 from core.contract where id = $1', [contract]) : [];
  if (found.length === 0) throw new NotFound('この契約は見つかりません。');
  await tx.query('update core.contract set ended_at = now(), ended_by = $2 where id = $1 and ended_at is null', [
    contract,
    staffIdOf(tx.viewer),
  ]);
  tx.afterCommit(() => wakesOf(tx.database).emit('rights'));
  return { type: 'Contract', id: contract };
}
