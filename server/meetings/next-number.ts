import type { ConferenceKind } from '#server/access/conference-profile';
import type { Tx } from '#server/database/as-viewer';

/** The next number (第何回) of a kind in the fiscal year of a day, among the sessions that the viewer sees and that were not called off. Two who ask at once take turns. */
export async function nextNumber(tx: Tx, kind: ConferenceKind, heldOn: string): Promise<number> {
  await tx.query(`select pg_advisory_xact_lock(hashtext('core.session.number'))`);
  const [row] = await tx.query<{ number: number }>(
    `select coalesce(max(s.number), 0) + 1 as number from core.session s
     where s.kind = $1 and s.status <> 'CANCELLED' and extract(year from s.held_on - interval '3 months') = extract(year from $2::date - interval '3 months')`,
    [kind, heldOn],
  );
  return row?.number ?? 1;
}
