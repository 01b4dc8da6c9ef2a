import 'reflect-metadata';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { Department } from '#server/departments/department';
import { departments } from '#server/departments/registry';
import { keepingOf } from '#server/hub/audit/department-keeping';
import { hubKeys } from '#server/hub/department-keys';
import { openDepartment } from '#server/hub/department-process';
import { readTown } from '#server/hub/town-file';
import { today } from '#server/kernel/clock';
import { closeWhenAsked } from './close-when-asked';
import { insistOnFree } from './free-port';
import { mendable } from './mendable';
import { BadSettings, readSettings, type Settings } from './settings';
import { sowDepartment } from './sow-department';

const USAGE = `使い方: npm run department -- children --port 4101 [--host 127.0.0.1] [--data-dir .data] [--database-url postgres://…]
部署: ${departments.map((each) => `${each.key}（${each.name}）`).join('、')}`;

interface Order {
  readonly department: Department;
  readonly port: number;
  readonly host: string;
  /** The hub's data directory: its public key, city and list of departments stand there. */
  readonly dataDir: string;
  readonly databaseUrl?: string;
  /** DATABASE_URL names the hub's database, where the hub sows; any other is the department's own. */
  readonly isOwnDatabase: boolean;
}

/** Runs one department as a process of its own until it is asked to stop. */
async function main(): Promise<void> {
  const settings = readSettings(undefined, {}, false);
  const { department, dataDir, host, port, databaseUrl, isOwnDatabase } = readOrder(process.argv.slice(2), settings);
  const town = readTown(dataDir) ?? { anchor: settings.asOf ?? today(), seed: settings.seed, scale: 1 };
  const keys = hubKeys(dataDir, settings.hubKeys);
  await insistOnFree(port, host);
  const running = await openDepartment({
    department,
    database: databaseUrl ? { url: databaseUrl } : { directory: path.join(dataDir, `postgres-${department.key}`) },
    keys,
    host,
    port,
    ...(isOwnDatabase ? { keeping: keepingOf(department, dataDir, settings.auditKey) } : {}),
    prepare: async (database) => {
      if (settings.demo && isOwnDatabase) await sowDepartment(database, department, town, say);
    },
  });
  say(
    `${department.name}が ${running.url} で応答しています。ハブに使わせるには、次の行を ${path.join(dataDir, 'departments')} に書いてください（再起動は要りません）。`,
  );
  say(`${department.key}=${running.url}`);
  if (keys().length === 0)
    say(`ハブの公開鍵（${path.join(dataDir, 'department.pub')}）はまだありません。ハブが動き始めると、呼び出しを受け付けます。`);
  closeWhenAsked(() => running.close());
}

/** Throws `BadSettings` with everything that is wrong with the command. */
function readOrder(args: string[], settings: Settings): Order {
  const { values, positionals } = parsed(args);
  const department = departments.find((each) => each.key === positionals[0]);
  const port = Number(values.port ?? '4101');
  const faults = [
    ...(department ? [] : [positionals[0] ? `「${positionals[0]}」という部署はありません。` : '部署を書いてください。']),
    ...(positionals.length > 1 ? ['部署はひとつだけ書いてください。'] : []),
    ...(Number.isInteger(port) && port >= 0 && port <= 65_535 ? [] : ['--port: 0〜65535 で書いてください。']),
  ];
  if (!department || faults.length > 0) throw new BadSettings([...faults, USAGE]);
  const databaseUrl = values['database-url'] ?? settings.databaseUrl;
  return {
    department,
    port,
    host: values.host ?? '127.0.0.1',
    dataDir: values['data-dir'] ?? settings.dataDir,
    ...(databaseUrl ? { databaseUrl } : {}),
    isOwnDatabase: databaseUrl === undefined || databaseUrl !== settings.databaseUrl,
  };
}

function parsed(args: string[]) {
  const option = { type: 'string' } as const;
  try {
    return parseArgs({ args, allowPositionals: true, options: { port: option, host: option, 'data-dir': option, 'database-url': option } });
  } catch {
    throw new BadSettings([USAGE]);
  }
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

function fail(fault: unknown): never {
  const words = mendable(fault, '--port');
  process.stderr.write(`${words ?? (fault instanceof Error ? fault.stack : String(fault))}\n`);
  process.exit(words ? 2 : 1);
}

main().catch(fail);
