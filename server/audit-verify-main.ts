import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { openHubDatabase } from './house';
import { auditKey } from './hub/audit/audit-key';
import { Chain } from './hub/audit/chain';
import { HeadFile } from './hub/audit/head-file';
import { type Verdict, verifyAudit } from './hub/audit/verify';
import { mendable } from './mendable';
import { readSettings } from './settings';

const HELP = `使い方: npm run audit:verify -- [--restored '<理由>']
  監査の記録が、封じたときのままかを確かめます。違っていれば、はじめの一行を示して 1 で終わります。
  組み込みの PostgreSQL では、ハブを止めてから使います。
  --restored '<理由>'  古い控えから復元したことを届けます。いまの鎖の終わりから先は、ないものとして確かめます`;

/** npm run audit:verify: 0 when all is as it was sealed, 1 when it is not, 2 when it could not be looked at. */
async function main(): Promise<number> {
  const values = parsed();
  if (!values || values.help) return say(HELP, values ? 0 : 2);
  const settings = readSettings(undefined, {}, false);
  const database = await openHubDatabase(settings, () => undefined);
  const key = auditKey(settings.dataDir, settings.auditKey);
  const head = new HeadFile(settings.dataDir);
  try {
    const verdict = await verifyAudit(database, key, head.entries());
    if (values.restored === undefined || !verdict.isWhole) return tell(verdict);
    await head.restored(new Chain(key), verdict.links, values.restored);
    return tell(await verifyAudit(database, key, head.entries()));
  } finally {
    await head.close();
    await database.close();
  }
}

function tell({ links, rows, buried, unsealed, fault, notes }: Verdict): number {
  for (const note of notes) say(note, 0);
  say(`鎖 ${links} 本、記録 ${rows} 行を確かめました（期限で削除したもの ${buried} 行）。`, 0);
  const age = unsealed.oldest && Math.max(0, Math.round((Date.now() - Date.parse(unsealed.oldest)) / 1000));
  say(
    unsealed.count === 0
      ? 'まだ封じていない記録はありません。'
      : `まだ封じていない記録が ${unsealed.count} 行あります（古いものは ${age} 秒前）。`,
    0,
  );
  return fault ? say(`誤り：${fault}`, 1) : say('記録は、封じたときのままです。', 0);
}

function parsed() {
  try {
    return parseArgs({ options: { restored: { type: 'string' }, help: { type: 'boolean', default: false } } }).values;
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
