import 'reflect-metadata';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { given, run, say } from './command';
import { BackupFault, type DumpTarget, insistOnEmpty, isEmpty, restoreDump } from './database/dump';
import type { Database } from './database/source';
import { gatherStatistics } from './database/upkeep';
import { deleteAgain, openHubDatabase, sealingOf } from './house';
import { auditTables } from './hub/audit/audit-tables';
import { Chain } from './hub/audit/chain';
import { Deletions } from './hub/audit/deletions';
import { HeadFile } from './hub/audit/head-file';
import { verifyAudit } from './hub/audit/verify';
import { Backups } from './hub/backup/backups';
import { closeDoors } from './hub/backup/close-doors';
import { noteBackup } from './hub/backup/note-backup';
import { Restoring } from './hub/backup/restoring';
import { readSettings, type Settings } from './settings';
import { verdictLines } from './verdict-lines';

const HELP = `使い方: npm run restore -- <控え> --reason '<理由>'
  npm run backup で取った控えを、空のデータベース（DATABASE_URL、なければ HUB_DATA_DIR の postgres）に戻します。今あるデータには重ねません。
  控えより後に削除したものはもう一度削除し、サインインと会場の画面をすべて終わらせ、監査の鎖を確かめます。終わるまで、ハブは開きません。
  ハブを止め、控えを取った HUB_DATA_DIR の backup.keys・audit.key・audit.head・audit.deletions・identity.key を置いてから使います。
  --reason '<理由>'  なぜ戻すか。監査の控え（audit.head）に残ります`;

const NOT_BACK = `これより後の次のことは、戻っていません。人を入れる前に、紙の記録と照らして入れ直してください。
  同意の撤回・保護の登録・権限と委託の終わり・利用の停止・申請を断ったこと・仕組みの鍵の停止・パスワードと認証アプリの変更`;

/** npm run restore: 0 when all is back and as it should be, 1 when the audit is not or deletions are not known, 2 when it did not come to an end. */
async function main(): Promise<number> {
  const asked = given({ allowPositionals: true, options: { reason: { type: 'string' }, help: { type: 'boolean', default: false } } });
  const [named] = asked?.positionals ?? [];
  const reason = asked?.values.reason?.trim();
  if (!named || !reason || asked?.values.help) return say(HELP, asked?.values.help ? 0 : 2);
  const file = path.resolve(named);
  if (!existsSync(file)) return say(`控え「${named}」が見つかりません。場所を確かめてください。`, 2);
  const settings = readSettings(undefined, {}, false);
  insistOnKept(settings);
  const backups = new Backups(settings.dataDir);
  const lock = backups.hold();
  try {
    await putBack(file, reason, settings, backups);
    return await finish(file, reason, settings, backups);
  } finally {
    lock.release();
    await backups.close();
  }
}

/** Without them whoever was deleted since would be back, and nobody could tell. */
function insistOnKept({ dataDir, auditKey }: Settings): void {
  const needed = ['backup.keys', 'audit.deletions', ...(auditKey ? [] : ['audit.key'])];
  const missing = needed.filter((name) => !existsSync(path.join(dataDir, name)));
  if (missing.length > 0)
    throw new BackupFault(
      `「${dataDir}」に ${missing.join('・')} がありません。控えを取ったハブの HUB_DATA_DIR から写してください（audit.head と identity.key も）。`,
    );
}

/** The data, whole; where that was done and not what follows, it stays. */
async function putBack(file: string, reason: string, { dataDir, databaseUrl }: Settings, backups: Backups): Promise<void> {
  const restoring = new Restoring(dataDir);
  const unfinished = restoring.current();
  if (unfinished && unfinished.file !== file)
    throw new BackupFault(`前に始めた控え「${unfinished.file}」を戻している途中です。先に、同じ控えで終わらせてください。`);
  const target: DumpTarget = { directory: path.join(dataDir, 'postgres'), ...(databaseUrl ? { url: databaseUrl } : {}) };
  if (unfinished && !(await isEmpty(target))) return void say('前に戻したところから続けます…');
  await insistOnEmpty(target);
  const kind = await backups.kindOf(file);
  say('控えを終わりまで確かめてから、戻しています…');
  restoring.begin({ file, reason });
  try {
    await restoreDump(kind, target, (into) => backups.open(file, into));
  } catch (fault) {
    if (await isEmpty(target).catch(() => false)) restoring.end();
    throw fault;
  }
}

/** Deletes again, closes the doors, and has somebody vouch for the audit; each as often as it takes. */
async function finish(file: string, reason: string, settings: Settings, backups: Backups): Promise<number> {
  const prepare = async (database: Database) => {
    await closeDoors(database);
    await deleteAgain(database, sealingOf(settings), say);
  };
  const database = await openHubDatabase(settings, () => undefined, { prepare });
  try {
    await gatherStatistics(database);
    const backup = backups.named(file);
    await noteBackup(database, 'backup.restore', backup?.id ?? path.basename(file));
    const code = Math.max(await vouch(database, settings, reason), await sayUntold(database, settings));
    new Restoring(settings.dataDir).end();
    const when = backup ? new Date(backup.at).toLocaleString('ja-JP', { timeZone: 'Asia/Tokyo' }) : path.basename(file);
    say(`戻しました（控え：${when}）。サインイン・回復コード・会場の画面は、すべて終わっています。`);
    say(NOT_BACK);
    return code;
  } finally {
    await database.close();
  }
}

/** Whether `audit.deletions` is older than the copy: then what was deleted since may be back, and nobody could tell. */
async function sayUntold(database: Database, settings: Settings): Promise<number> {
  const deletions = new Deletions(database, sealingOf(settings));
  const count = await deletions.untold().finally(() => deletions.close());
  if (count === 0) return 0;
  return say(
    `audit.deletions に、控えが知っている削除 ${count} 回分がありません。古い写しか、別のハブのものです。控えより後に削除したものが、戻っているかもしれません。`,
    1,
  );
}

/** The chain ends earlier than the head file says: somebody says why, and it is held against itself. */
async function vouch(database: Database, settings: Settings, reason: string): Promise<number> {
  const { key, dataDir } = sealingOf(settings);
  const head = new HeadFile(dataDir);
  try {
    const first = await verifyAudit(database, key, head.entries(), auditTables);
    if (first.isWhole) await head.restored(new Chain(key), first.links, reason);
    const { lines, fault } = verdictLines(first.isWhole ? await verifyAudit(database, key, head.entries(), auditTables) : first);
    for (const line of lines) say(line);
    return fault ? say(fault, 1) : 0;
  } finally {
    await head.close();
  }
}

run(main);
