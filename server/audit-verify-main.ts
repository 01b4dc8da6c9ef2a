import 'reflect-metadata';
import path from 'node:path';
import { given, run, say } from './command';
import type { Database } from './database/source';
import type { Department } from './departments/department';
import { departments } from './departments/registry';
import { openHubDatabase } from './house';
import { auditKey } from './hub/audit/audit-key';
import { type AuditTable, auditTables, departmentAuditTables } from './hub/audit/audit-tables';
import { Chain } from './hub/audit/chain';
import { keepingOf } from './hub/audit/department-keeping';
import { HeadFile } from './hub/audit/head-file';
import { type Verdict, verifyAudit } from './hub/audit/verify';
import { openDepartmentDatabase } from './hub/department-process';
import { readSettings, type Settings } from './settings';
import { verdictLines } from './verdict-lines';

const HELP = `使い方: npm run audit:verify -- [--restored '<理由>'] [--department <担当課> [--data-dir .data] [--database-url postgres://…]]
  監査の記録が、封じたときのままかを確かめます。違っていれば、はじめの一行を示して 1 で終わります。
  組み込みの PostgreSQL では、ハブ（または担当課の処理）を止めてから使います。
  --restored '<理由>'  古い控えから復元したことを届けます。いまの鎖の終わりから先は、ないものとして確かめます
  --department children  別の処理で動く担当課の、自分のデータベースの記録を確かめます`;

const option = { type: 'string' } as const;
const OPTIONS = {
  options: { department: option, 'data-dir': option, 'database-url': option, restored: option, help: { type: 'boolean', default: false } },
} as const;

/** What is looked at: the hub's own audit, or that of a department with a database of its own. */
interface Subject {
  readonly database: Database;
  readonly key: string;
  readonly dataDir: string;
  readonly tables: readonly AuditTable[];
}

/** npm run audit:verify: 0 when all is as it was sealed, 1 when it is not, 2 when it could not be looked at. */
async function main(): Promise<number> {
  const values = given(OPTIONS)?.values;
  if (!values || values.help) return say(HELP, values ? 0 : 2);
  const department = departments.find(({ key }) => key === values.department);
  if (values.department !== undefined && !department) return say(HELP, 2);
  const settings = readSettings(undefined, {}, false);
  const { database, key, dataDir, tables } = department ? await openOwn(department, values, settings) : await openHubs(settings);
  const head = new HeadFile(dataDir);
  try {
    const verdict = await verifyAudit(database, key, head.entries(), tables);
    if (values.restored === undefined || !verdict.isWhole) return tell(verdict);
    await head.restored(new Chain(key), verdict.links, values.restored);
    return tell(await verifyAudit(database, key, head.entries(), tables));
  } finally {
    await head.close();
    await database.close();
  }
}

async function openHubs(settings: Settings): Promise<Subject> {
  const database = await openHubDatabase(settings, () => undefined);
  return { database, key: auditKey(settings.dataDir, settings.auditKey), dataDir: settings.dataDir, tables: auditTables };
}

async function openOwn(
  department: Department,
  values: NonNullable<ReturnType<typeof given<typeof OPTIONS>>>['values'],
  settings: Settings,
): Promise<Subject> {
  const dataDir = values['data-dir'] ?? settings.dataDir;
  const url = values['database-url'] ?? settings.databaseUrl;
  const where = url ? { url } : { directory: path.join(dataDir, `postgres-${department.key}`) };
  const database = await openDepartmentDatabase(department, where, { isOwn: true });
  return { database, ...keepingOf(department, dataDir, settings.auditKey), tables: departmentAuditTables };
}

function tell(verdict: Verdict): number {
  const { lines, fault } = verdictLines(verdict);
  for (const line of lines) say(line);
  return fault ? say(fault, 1) : 0;
}

run(main);
