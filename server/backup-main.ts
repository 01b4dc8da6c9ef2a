import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { statSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { dumpDatabase, kindOf } from './database/dump';
import { openHubDatabase } from './house';
import { auditKey } from './hub/audit/audit-key';
import { Deletions } from './hub/audit/deletions';
import { Backups } from './hub/backup/backups';
import { noteBackup } from './hub/backup/note-backup';
import { dueBackups, shredBackups } from './hub/backup/shred-backups';
import { today } from './kernel/clock';
import { mendable } from './mendable';
import { readSettings } from './settings';

const HELP = `使い方: npm run backup -- [--to <置き場>] [--dump-url postgres://…]
  データベースの控えを、一つずつ別の鍵で封じて書き、開けることを確かめます。鍵は HUB_DATA_DIR の backup.keys にあります。
  保存期間の過ぎた控えは、鍵を捨てて、どこに写しがあっても開けなくします。
  PostgreSQL ではハブが動いたまま使えます（pg_dump が要ります）。組み込みの PostgreSQL では、ハブを止めてから使います。
  --to <置き場>        既定は HUB_DATA_DIR の backups。別の機器の場所にしてください
  --dump-url postgres://…  DATABASE_URL の利用者が行の壁を越えて読めないとき、控えだけを読む利用者（BYPASSRLS）`;

/** npm run backup: a sealed copy of all that the hub keeps, read back before it counts; then the old ones are made unreadable. */
async function main(): Promise<number> {
  const values = parsed();
  if (!values || values.help) return say(HELP, values ? 0 : 2);
  const settings = readSettings(undefined, {}, false);
  const { databaseUrl, dataDir } = settings;
  const database = await openHubDatabase(settings, () => undefined);
  const backups = new Backups(dataDir);
  const deletions = new Deletions(database, { key: auditKey(dataDir, settings.auditKey), dataDir });
  try {
    const id = randomUUID();
    await noteBackup(database, 'backup.take', id);
    say('控えを取っています…', 0);
    const { file } = await backups.take(id, values.to ?? path.join(dataDir, 'backups'), kindOf({ url: databaseUrl }), (use) =>
      dumpDatabase(database, databaseUrl && (values['dump-url'] ?? databaseUrl), dataDir, use),
    );
    say(`控えを取り、終わりまで開けることを確かめました（${(statSync(file).size / 1e6).toFixed(1)} MB）。\n  ${file}`, 0);
    const due = await dueBackups(database, backups, today());
    await shredBackups(due, deletions, backups);
    if (due.length > 0) say(`保存期間の過ぎた控え ${due.length} 個の鍵を捨てました。写しが残っていても、もう開けません。`, 0);
    return say('backup.keys は控えとは別の場所に写してください。鍵がなければ、控えは開けません。', 0);
  } finally {
    await deletions.close();
    await backups.close();
    await database.close();
  }
}

function parsed() {
  try {
    return parseArgs({ options: { to: { type: 'string' }, 'dump-url': { type: 'string' }, help: { type: 'boolean', default: false } } })
      .values;
  } catch {
    return undefined;
  }
}

function say(line: string, code: number): number {
  (code === 0 ? process.stdout : process.stderr).write(`${line}\n`);
  return code;
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (fault: unknown) => {
    process.stderr.write(`${mendable(fault) ?? (fault instanceof Error ? fault.stack : String(fault))}\n`);
    process.exitCode = 2;
  },
);
