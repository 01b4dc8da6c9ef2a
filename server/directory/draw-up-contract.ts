import type { Tx } from '#server/database/as-viewer';
import { wakesOf } from '#server/events/wakes';
import { Invalid } from '#server/kernel/problem';

/** Makes the contract that this transaction has approved. It counts from its first day by the database's clock, and no earlier. */
export async function drawUpContract(tx: Tx, change: string): Promise<void> {
  await insistAlone(tx, change);
  await tx.query(
    `insert into core.contract (id, organization_id, programme_id, team_id, valid_from, valid_until, secrecy_acknowledged_at, secrecy_acknowledged_by)
     select contract_id, organization_id, programme_id, team_id, active_from, active_until, sworn_on::timestamp at time zone 'Asia/Tokyo', sworn_by
     from hub.access_change where id = $1`,
    [change],
  );
  tx.afterCommit(() => wakesOf(tx.database).emit('rights'));
}

/** Moves the end of a contract as this transaction has approved. Throws `Invalid` when it has ended since it was asked for. */
export async function extendContract(tx: Tx, change: string): Promise<void> {
  const extended = await tx.query(
    `with done as (
       update core.contract k set valid_until = c.active_until from hub.access_change c
       where c.id = $1 and k.id = c.contract_id and k.ended_at is null and k.valid_until >= hub.today() and k.valid_until < c.active_until returning k.id)
     select id from done`,
    [change],
  );
  if (extended.length === 0) throw overAlready();
}

/** Throws `Invalid` where such a contract stands already on any day of this one: it is to be extended, not drawn up beside it. */
export async function insistAlone(tx: Tx, change: string): Promise<void> {
  const others = await tx.query(
    `select 1 from core.contract c join hub.access_change a on a.organization_id = c.organization_id and a.programme_id = c.programme_id
       and a.team_id is not distinct from c.team_id
     where a.id = $1 and c.ended_at is null and c.valid_from <= a.active_until and c.valid_until >= a.active_from`,
    [change],
  );
  if (others.length > 0)
    throw new Invalid('同じ委託先・号・担当の契約が、その期間にもうあります。', {
      organization: 'いまある契約を延ばすか、期間を変えてください。',
    });
}

/** A contract that is over is not brought back to life. */
export const overAlready = () => new Invalid('この契約はもう終わったか、延ばされています。一覧を読み直してください。');
