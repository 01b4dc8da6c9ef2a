import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { given, run, say } from './command';
import { openHubDatabase, sealingOf } from './house';
import { Deletions } from './hub/audit/deletions';
import { DepartmentOrders } from './hub/audit/department-orders';
import { dueBefore, dueDeletions } from './hub/audit/retention';
import { Backups } from './hub/backup/backups';
import { dueBackups, endBackups } from './hub/backup/end-backups';
import { signingKey } from './hub/department-keys';
import { today } from './kernel/clock';
import { readSettings, type Settings } from './settings';

const HELP = `使い方: npm run retention -- [--dry-run]
  保存期間の過ぎた記録を削除します。削除したことは、中身のない印として残ります。
  組み込みの PostgreSQL では、ハブを止めてから使います。
  --dry-run  数を出すだけで、削除しない`;

/** npm run retention: deletes what is due. A person runs it, on the city's decision; nothing is ever deleted by itself. */
async function main(): Promise<number> {
  const flag = { type: 'boolean', default: false } as const;
  const values = given({ options: { 'dry-run': flag, help: flag } })?.values;
  if (!values || values.help) return say(HELP, values ? 0 : 2);
  const settings = readSettings(undefined, {}, false);
  const backups = new Backups(settings.dataDir);
  const lock = backups.hold();
  try {
    return await carryOut(settings, backups, values['dry-run']);
  } finally {
    lock.release();
    await backups.close();
  }
}

async function carryOut(settings: Settings, backups: Backups, isDry: boolean): Promise<number> {
  const database = await openHubDatabase(settings, () => undefined);
  const orders = new DepartmentOrders(settings.dataDir);
  const give = (order: { readonly cases?: readonly string[]; readonly auditBefore?: string }, key: string = randomUUID()) =>
    orders.give({ key, at: new Date().toISOString(), ...order }, signingKey(settings.dataDir));
  const deletions = new Deletions(database, { ...sealingOf(settings), tell: (key, cases) => give({ cases }, key) });
  try {
    const { rules, due } = await dueDeletions(database, today());
    const oldBackups = await dueBackups(database, backups, today());
    for (const rule of rules) {
      const rows = due.filter((each) => each.class === rule.class).reduce((sum, { rows }) => sum + rows.length, 0);
      const count = rule.class === 'BACKUP' ? oldBackups.length : rows;
      say(
        `${rule.name}：${rule.countedFrom}から${rule.months}か月${rule.isConfirmed ? '' : '（市に確認中）'}　期限の過ぎたもの ${count} 件`,
      );
    }
    if (isDry) return say('数えただけで、何も削除していません。');
    for (const each of due) await deletions.carryOut(each);
    for (const line of await endBackups(oldBackups, deletions, backups)) say(line);
    const auditBefore = await dueBefore(database, 'AUDIT', today());
    if (auditBefore) await give({ auditBefore });
    say('別の処理で動く担当課の分は、department.deletions に書きました。別の機器の担当課には、このファイルを渡してください。');
    const left = backups.list().filter(({ key }) => key).length;
    if (due.length > 0 && left > 0)
      say(
        `削除したものは、これまでの控え ${left} 個にはまだあります。npm run backup で新しい控えを取ってください。期限が来た控えから、鍵を捨てて開けなくします。`,
      );
    return say(due.length + oldBackups.length > 0 ? '削除しました。' : '削除するものはありません。');
  } finally {
    await deletions.close();
    await orders.close();
    await database.close();
  }
}

run(main);
