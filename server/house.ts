import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { personas } from '#seeds/personas';
import { sow } from '#seeds/sow';
import { asSystem } from '#server/database/as-viewer';
import { coreMigration, groundMigration } from '#server/database/migrations/migrations';
import { type Database, openDatabase } from '#server/database/source';
import { departments } from '#server/departments/registry';
import { coreEntities } from '#server/hub/core';
import { DepartmentList } from '#server/hub/department-list';
import { departmentSecret } from '#server/hub/department-secret';
import { type Hub, type HubOptions, openHub } from '#server/hub/hub';
import { Pages } from '#server/hub/pages';
import { RemoteDepartments } from '#server/hub/remote-departments';
import { writeTown } from '#server/hub/town-file';
import { today } from '#server/kernel/clock';
import { newSecret } from '#server/kernel/ids';
import { log } from '#server/kernel/log';
import type { Settings } from './settings';

/** The house, open: reachable at `address` until closed. */
export interface House {
  readonly hub: Hub;
  readonly database: Database;
  readonly address: string;
  close(): Promise<void>;
}

type Say = (line: string) => void;

/** Opens database, hub and doors in this order, telling each step. Throws with everything closed again. */
export async function openHouse(settings: Settings, say: Say, pages: HubOptions['pages'] = builtPages()): Promise<House> {
  const started = performance.now();
  const database = await openHubDatabase(settings, say);
  const closers: (() => Promise<void> | void)[] = [() => database.close()];
  const close = async () => {
    for (const closer of closers.splice(0).reverse()) await closer();
  };
  try {
    await sowOnce(database, settings, say);
    const key = demoKey(settings.dataDir);
    const hub = await openHub({
      database,
      departments,
      pages,
      ...(settings.databaseUrl ? { databaseUrl: settings.databaseUrl } : {}),
      demo: { key, staffOf: (persona) => personas.find((each) => each.key === persona)?.staffId },
      hosts: new Set(['localhost', '127.0.0.1', '[::1]']),
    });
    closers.push(() => hub.close());
    const list = await followDepartments(hub, settings);
    closers.push(() => list.close());
    await new Promise<void>((done, failed) => {
      hub.server.once('error', failed);
      hub.server.listen(settings.port, settings.host, done);
    });
    const { port } = hub.server.address() as AddressInfo;
    const address = `http://localhost:${port}`;
    greet(say, address, key, database, performance.now() - started);
    return { hub, database, address, close };
  } catch (fault) {
    await close();
    throw fault;
  }
}

/** The hub's own database, brought up to date. */
export async function openHubDatabase(settings: Settings, say: Say): Promise<Database> {
  say(settings.databaseUrl ? 'PostgreSQL につないでいます…' : `組み込みの PostgreSQL を開いています（${settings.dataDir}）…`);
  return openDatabase({
    ...(settings.databaseUrl ? { url: settings.databaseUrl } : { directory: path.join(settings.dataDir, 'postgres') }),
    entities: [...coreEntities, ...departments.flatMap((each) => each.entities)],
    migrations: [groundMigration, coreMigration, ...departments.map((each) => each.migration)],
  });
}

/** Sows the invented city into an empty database, and says so; all of it or nothing. False when there is a city already. */
export async function sowOnce(database: Database, settings: Settings, say: Say, scale = 1): Promise<boolean> {
  const kept = await asSystem(database, 'hub_system', (query) => query<{ key: string; value: string }>('select key, value from hub.fact'));
  const facts = new Map(kept.map((each) => [each.key, each.value]));
  const plan = {
    anchor: facts.get('anchor') ?? settings.asOf ?? today(),
    seed: Number(facts.get('seed') ?? settings.seed),
    scale: Number(facts.get('scale') ?? scale),
  };
  writeTown(settings.dataDir, plan);
  if (facts.has('anchor')) return false;
  say(`架空の町をつくっています（基準日 ${plan.anchor}）…`);
  let told = 0;
  await asSystem(database, 'hub_sower', async (query) => {
    await query('set local statement_timeout = 0');
    await sow(query, plan, (done, total) => {
      const percent = Math.floor((done / total) * 10) * 10;
      if (percent > told) say(`  ${(told = percent)}%`);
    });
  });
  if (told < 100) say('  100%');
  return true;
}

/** The key in the printed sign-in links: one for each data directory, so that a link goes on working after a restart. */
function demoKey(dataDir: string): string {
  const file = path.join(dataDir, 'demo-key');
  if (!existsSync(file)) {
    mkdirSync(dataDir, { recursive: true });
    writeFileSync(file, newSecret(), { mode: 0o600 });
  }
  return readFileSync(file, 'utf8').trim();
}

async function followDepartments(hub: Hub, settings: Settings): Promise<{ close(): void }> {
  const remote = new RemoteDepartments({
    departments: departments.map((each) => ({ key: each.key, label: each.name })),
    secret: departmentSecret(settings.dataDir, settings.departmentSecret),
    sdlOf: (key) => hub.subgraphs.find((each) => each.name === key)?.sdl ?? '',
    use: (remotes) => hub.useRemote(remotes),
  });
  const list = new DepartmentList({
    dataDir: settings.dataDir,
    names: departments.map((each) => each.key),
    settled: settings.departments,
    onChange: (addresses) => void remote.set(addresses),
    onFaults: (sentences) => log.error('the list of departments has faults', { faults: sentences.join(' ') }),
  });
  if (list.current.size > 0) await remote.set(list.current);
  return {
    close: () => {
      list.close();
      remote.close();
    },
  };
}

function builtPages(): HubOptions['pages'] {
  const pages = new Pages('dist/client');
  return (request, response, pathname) => pages.serve(request, response, pathname);
}

function greet(say: Say, address: string, key: string, database: Database, took: number): void {
  say('');
  say(`山梨市 重層的支援ハブ  ${address}  （${(took / 1000).toFixed(1)}秒で開きました）`);
  if (database.kind === 'embedded')
    say(
      'データは組み込みの PostgreSQL にあります。処理の停止には耐えますが、停電には備えていません。大切なデータには DATABASE_URL を使ってください。',
    );
  say('');
  say('サインイン（架空の人。リンクを開くとその人になります）');
  for (const persona of personas) say(`  ${persona.label} ${persona.name}\n    ${address}/sign-in?as=${persona.key}&key=${key}`);
  say('');
  say(`投影用の画面        ${address}/display`);
  say(`照会（GraphiQL）    ${address}/playground`);
  say('');
}
