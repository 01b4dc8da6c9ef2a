import type { Database } from '#server/database/source';
import type { Deletions } from '../audit/deletions';
import { dueBefore } from '../audit/retention';
import type { Backup, Backups } from './backups';

/** Copies whose time is over by the city's rule on its day `on`. */
export async function dueBackups(database: Database, backups: Backups, on: string): Promise<Backup[]> {
  const day = await dueBefore(database, 'BACKUP', on);
  return day ? backups.before(day) : [];
}

/** Makes these copies unreadable: a tombstone that names them, then their keys. Whoever dies in between does it again. Answers what is to be said. */
export async function endBackups(due: readonly Backup[], deletions: Deletions, backups: Backups): Promise<string[]> {
  if (due.length === 0) return [];
  const rows = due.map(({ id }) => id);
  await deletions.carryOut({ class: 'BACKUP', table: 'backup', rows });
  await backups.destroy(rows);
  return [
    `保存期間の過ぎた控え ${rows.length} 個の鍵を捨てました。`,
    'backup.keys の写しも、いまのものに入れ替えてください。古い写しがあるあいだは、その控えをまだ開けられます。',
  ];
}
