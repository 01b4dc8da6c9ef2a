import { asSystem } from '#server/database/as-viewer';
import type { Database } from '#server/database/source';

/** Writes into the audit that a copy of everything was taken, or put back, by whoever sits at the machine. Before the copy is begun, so that it is in it. */
export async function noteBackup(database: Database, action: 'backup.take' | 'backup.restore', id: string): Promise<void> {
  await asSystem(database, 'hub_system', (query) =>
    query(`insert into hub.change_audit (actor, action, subject_type, subject_id) values ('house', $1, 'Backup', $2)`, [action, id]),
  );
}
