import type { Tx } from './as-viewer';
import type { Changed } from './change';

/** What leaves the system, and how. */
export interface Exported extends Changed {
  readonly kind: 'PRINT' | 'FILE';
}

/**
 * Writes down, in the transaction of the order itself, that the viewer takes something out of the system. Whatever prints or writes a file calls
 * this first, through `change`: what cannot be written down does not leave.
 */
export async function recordExport(tx: Tx, { kind, ...what }: Exported): Promise<Changed> {
  await tx.query('insert into hub.export_audit (actor, kind, subject_type, subject_id, session_id) values ($1, $2, $3, $4, $5)', [
    tx.viewer.actor,
    kind,
    what.type,
    what.id,
    what.session ?? null,
  ]);
  return what;
}
