import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { statSync } from 'node:fs';
import path from 'node:path';
import { given, run, say } from './command';
import { BackupFault, dumpDatabase, isEmpty, kindOf } from './database/dump';
import { type Database, openDatabase } from './database/source';
import { sealingOf } from './house';
import { Deletions } from './hub/audit/deletions';
import { Backups } from './hub/backup/backups';
import { dueBackups, endBackups } from './hub/backup/end-backups';
import { noteBackup } from './hub/backup/note-backup';
import { today } from './kernel/clock';
import { readSettings, type Settings } from './settings';

const HELP = `使い方: npm run backup -- [--to <置き場>]
  データベースの控えを、一つずつ別の鍵で封じて書き、開けることを確かめます。鍵は HUB_DATA_DIR の backup.keys にあります。
  保存期間の過ぎた控えは、鍵を捨てて開けなくします。
  PostgreSQL ではハブが動いたまま使えます（pg_dump が要ります）。組み込みの PostgreSQL では、ハブを止めてから使います。
  --to <置き場>  既定は HUB_DATA_DIR の backups。別の機器の場所にしてください`;

/** npm run backup: a sealed copy of all that the hub keeps, read back before it counts; then the old ones are made unreadable. */
async function main(): Promise<number> {
  const values = given({ options: { to: { type: 'string' }, help: { type: 'boolean', default: false } } })?.values;
  if (!values || values.help) return say(HELP, values ? 0 : 2);
  const settings = readSettings(undefined, {}, false);
  const { databaseUrl, dataDir } = settings;
  const backups = new Backups(dataDir);
  const lock = backups.hold();
  try {
    const database = await openAsItIs(settings);
    const deletions = new Deletions(database, sealingOf(settings));
    try {
      const id = randomUUID();
      await noteBackup(database, 'backup.take', id);
      say('控えを取っています…');
      const dumpUrl = databaseUrl && (settings.dumpUrl ?? databaseUrl);
      const { file } = await backups.take(id, values.to ?? path.join(dataDir, 'backups'), kindOf({ url: databaseUrl }), (use) =>
        dumpDatabase(database, dumpUrl, dataDir, use),
      );
      say(`控えを取り、終わりまで開けることを確かめました（${(statSync(file).size / 1e6).toFixed(1)} MB）。\n  ${file}`);
      const due = await dueBackups(database, backups, today());
      for (const line of await endBackups(due, deletions, backups)) say(line);
      return say('backup.keys は控えとは別の場所に写してください。鍵がなければ、控えは開けません。');
    } finally {
      await deletions.close();
      await database.close();
    }
  } finally {
    lock.release();
    await backups.close();
  }
}

/** Not brought up to date: the copy before a new version is the way back from it, and a hub may be running. Refuses a database that nobody uses. */
async function openAsItIs({ databaseUrl, dataDir }: Settings): Promise<Database> {
  const where = databaseUrl ? { url: databaseUrl } : { directory: path.join(dataDir, 'postgres') };
  if (await isEmpty({ directory: path.join(dataDir, 'postgres'), ...where }))
    throw new BackupFault(
      `「${databaseUrl ? 'DATABASE_URL' : where.directory}」には、まだ何もありません。HUB_DATA_DIR と DATABASE_URL を確かめてください。`,
    );
  return openDatabase({ ...where, entities: [], migrations: [] });
}

run(main);
