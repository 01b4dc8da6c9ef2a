import 'reflect-metadata';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { insistOnEmpty, restoreDump } from './database/dump';
import type { Database } from './database/source';
import { gatherStatistics } from './database/upkeep';
import { deleteAgain, openHubDatabase, sealingOf } from './house';
import { auditTables } from './hub/audit/audit-tables';
import { Chain } from './hub/audit/chain';
import { HeadFile } from './hub/audit/head-file';
import { verifyAudit } from './hub/audit/verify';
import { Backups } from './hub/backup/backups';
import { closeDoors } from './hub/backup/close-doors';
import { noteBackup } from './hub/backup/note-backup';
import { mendable } from './mendable';
import { readSettings, type Settings } from './settings';
import { verdictLines } from './tell-verdict';

const HELP = `使い方: npm run restore -- <控え> --reason '<理由>'
  npm run backup で取った控えを、空のデータベース（DATABASE_URL、なければ HUB_DATA_DIR の postgres）に戻します。今あるデータには重ねません。
  控えより後に削除したものはもう一度削除し、サインインと会場の画面をすべて終わらせ、監査の鎖を確かめます。ハブを止めてから使います。
  --reason '<理由>'  なぜ戻すか。監査の控え（audit.head）に残ります`;

/** npm run restore: 0 when all is back and the audit is as it was sealed, 1 when the audit is not, 2 when nothing could be put back. */
async function main(): Promise<number> {
  const given = parsed();
  const [file] = given?.positionals ?? [];
  const reason = given?.values.reason?.trim();
  if (!given || given.values.help || !file || !reason) return say(HELP, given?.values.help ? 0 : 2);
  if (!existsSync(file)) return say(`控え「${file}」が見つかりません。場所を確かめてください。`, 2);
  const settings = readSettings(undefined, {}, false);
  const backups = new Backups(settings.dataDir);
  const target = { directory: path.join(settings.dataDir, 'postgres'), ...(settings.databaseUrl ? { url: settings.databaseUrl } : {}) };
  try {
    await insistOnEmpty(target);
    say('控えを終わりまで確かめてから、戻しています…', 0);
    await restoreDump(file.endsWith('.pgdump.age') ? 'pgdump' : 'tar.gz', target, (into) => backups.open(file, into));
    const words = (line: string) => void say(line, 0);
    const prepare = (database: Database) => deleteAgain(database, sealingOf(settings), words);
    const database = await openHubDatabase(settings, () => undefined, { prepare });
    try {
      await gatherStatistics(database);
      await closeDoors(database);
      const backup = backups.named(file);
      await noteBackup(database, 'backup.restore', backup?.id ?? path.basename(file));
      say(`戻しました（控え：${backup ? at(backup.at) : path.basename(file)}）。サインインと会場の画面は、すべて終わっています。`, 0);
      say(
        'これより後の、同意の撤回・保護の登録・権限や委託の終わり・仕組みの鍵の停止は戻っていません。人を入れる前に、紙の記録と照らして入れ直してください。',
        0,
      );
      return await vouch(database, settings, reason);
    } finally {
      await database.close();
    }
  } finally {
    await backups.close();
  }
}

/** The chain ends earlier than the head file says: somebody says why, and it is held against itself. */
async function vouch(database: Database, settings: Settings, reason: string): Promise<number> {
  const { key, dataDir } = sealingOf(settings);
  const head = new HeadFile(dataDir);
  try {
    const first = await verifyAudit(database, key, head.entries(), auditTables);
    if (first.isWhole) await head.restored(new Chain(key), first.links, reason);
    const { lines, fault } = verdictLines(first.isWhole ? await verifyAudit(database, key, head.entries(), auditTables) : first);
    for (const line of lines) say(line, 0);
    return fault ? say(fault, 1) : 0;
  } finally {
    await head.close();
  }
}

const at = (iso: string) => new Date(iso).toLocaleString('ja-JP', { timeZone: 'Asia/Tokyo' });

function parsed() {
  try {
    return parseArgs({ allowPositionals: true, options: { reason: { type: 'string' }, help: { type: 'boolean', default: false } } });
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
