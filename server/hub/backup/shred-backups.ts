import type { Database } from '#server/database/source';
import type { Deletions } from '../audit/deletions';
import { dueBefore } from '../audit/retention';
import type { Backup, Backups } from './backups';

/** Copies whose time is over by the city's rule on its day `today`. */
export async function dueBackups(database: Database, backups: Backups, today: string): Promise<Backup[]> {
  const day = await dueBefore(database, 'BACKUP', today);
  return day ? backups.before(day) : [];
}

/** Makes these copies unreadable, wherever they lie: a tombstone that names them, then their keys. Whoever dies in between does it again. */
export async function shredBackups(due: readonly Backup[], deletions: Deletions, backups: Backups): Promise<void> {
  if (due.length === 0) return;
  const rows = due.map(({ id }) => id);
  await deletions.carryOut({ class: 'BACKUP', table: 'backup', rows });
  await backups.destroy(rows);
}
