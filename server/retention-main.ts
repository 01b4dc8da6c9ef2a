import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { parseArgs } from 'node:util';
import { openHubDatabase } from './house';
import { auditKey } from './hub/audit/audit-key';
import { Deletions } from './hub/audit/deletions';
import { DepartmentOrders } from './hub/audit/department-orders';
import { dueBefore, dueDeletions } from './hub/audit/retention';
import { Backups } from './hub/backup/backups';
import { dueBackups, endBackups } from './hub/backup/end-backups';
import { signingKey } from './hub/department-keys';
import { today } from './kernel/clock';
import { mendable } from './mendable';
import { readSettings } from './settings';

const HELP = `使い方: npm run retention -- [--dry-run]
  保存期間の過ぎた記録を削除します。削除したことは、中身のない印として残ります。
  組み込みの PostgreSQL では、ハブを止めてから使います。
  --dry-run  数を出すだけで、削除しない`;

/** npm run retention: deletes what is due. A person runs it, on the city's decision; nothing is ever deleted by itself. */
async function main(): Promise<number> {
  const values = parsed();
  if (!values || values.help) return say(HELP, values ? 0 : 2);
  const settings = readSettings(undefined, {}, false);
  const database = await openHubDatabase(settings, () => undefined);
  const orders = new DepartmentOrders(settings.dataDir);
  const give = (order: { readonly cases?: readonly string[]; readonly auditBefore?: string }, key: string = randomUUID()) =>
    orders.give({ key, at: new Date().toISOString(), ...order }, signingKey(settings.dataDir));
  const deletions = new Deletions(database, {
    ...{ key: auditKey(settings.dataDir, settings.auditKey), dataDir: settings.dataDir },
    tell: (key, cases) => give({ cases }, key),
  });
  const backups = new Backups(settings.dataDir);
  const lock = backups.hold();
  try {
    const { rules, due } = await dueDeletions(database, today());
    const oldBackups = await dueBackups(database, backups, today());
    for (const rule of rules) {
      const rows = due.filter((each) => each.class === rule.class).reduce((sum, { rows }) => sum + rows.length, 0);
      const count = rule.class === 'BACKUP' ? oldBackups.length : rows;
      say(
        `${rule.name}：${rule.countedFrom}から${rule.months}か月${rule.isConfirmed ? '' : '（市に確認中）'}　期限の過ぎたもの ${count} 件`,
        0,
      );
    }
    if (values['dry-run']) return say('数えただけで、何も削除していません。', 0);
    for (const each of due) await deletions.carryOut(each);
    for (const line of await endBackups(database, deletions, backups)) say(line, 0);
    const auditBefore = await dueBefore(database, 'AUDIT', today());
    if (auditBefore) await give({ auditBefore });
    say('別の処理で動く担当課の分は、department.deletions に書きました。別の機器の担当課には、このファイルを渡してください。', 0);
    const left = backups.list().filter(({ key }) => key).length;
    if (due.length > 0 && left > 0)
      say(
        `削除したものは、これまでの控え ${left} 個にはまだあります。npm run backup で新しい控えを取ってください。期限が来た控えから、鍵を捨てて開けなくします。`,
        0,
      );
    return say(due.length + oldBackups.length > 0 ? '削除しました。' : '削除するものはありません。', 0);
  } finally {
    lock.release();
    await backups.close();
    await deletions.close();
    await orders.close();
    await database.close();
  }
}

function parsed() {
  try {
    return parseArgs({ options: { 'dry-run': { type: 'boolean', default: false }, help: { type: 'boolean', default: false } } }).values;
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
    const words = mendable(fault);
    process.stderr.write(`${words ?? (fault instanceof Error ? fault.stack : String(fault))}\n`);
    process.exitCode = 2;
  },
);
