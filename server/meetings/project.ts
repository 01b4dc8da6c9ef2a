import type { Tx } from '#server/database/as-viewer';

interface Projection {
  readonly session: string;
  readonly kind: 'FRONT' | 'CLEARED' | 'DISPLAY';
  readonly item?: string | undefined;
}

/**
 * Writes down what the room is shown, in the commit that shows it: the item, the displays that are paired at this moment, and who is registered as
 * present (members of the session; a guest without an account by their organisation). A screen's own readings are tied to the session in the read audit.
 */
export async function recordProjection(tx: Tx, { session, kind, item }: Projection): Promise<void> {
  await tx.query(
    `insert into hub.projection_audit (actor, kind, session_id, item_id, displays, present)
     select $1, $2, $3, $4, array(select d.id from hub.display_device d where d.session_id = $3 and d.revoked_at is null and d.valid_until > now()),
       array(select case when m.staff_id is null then 'organization:' || m.organization_id else 'staff:' || m.staff_id end from core.session_member m
         where m.session_id = $3 and (m.staff_id is not null or m.organization_id is not null) order by 1)`,
    [tx.viewer.actor, kind, session, item ?? null],
  );
}
