import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { personas } from '#seeds/personas';
import { sow } from '#seeds/sow';
import { asSystem } from '#server/database/as-viewer';
import type { Embedded } from '#server/database/embedded';
import { coreMigrations } from '#server/database/migrations/migrations';
import { type Database, type OpenOptions, openDatabase } from '#server/database/source';
import { gatherStatistics } from '#server/database/upkeep';
import { departments } from '#server/departments/registry';
import { auditKey } from '#server/hub/audit/audit-key';
import { Deletions } from '#server/hub/audit/deletions';
import { DepartmentOrders } from '#server/hub/audit/department-orders';
import { insistOnRestored } from '#server/hub/backup/restoring';
import { coreEntities } from '#server/hub/core';
import { signingKey } from '#server/hub/department-keys';
import { DepartmentList, insistOnAddresses } from '#server/hub/department-list';
import { composeHub, type Hub, type HubOptions, openHub } from '#server/hub/hub';
import { identityKey } from '#server/hub/identity/identity-key';
import { Pages } from '#server/hub/pages';
import { RemoteDepartments } from '#server/hub/remote-departments';
import { writeTown } from '#server/hub/town-file';
import { today } from '#server/kernel/clock';
import { newSecret } from '#server/kernel/ids';
import { log } from '#server/kernel/log';
import { insistOnFree } from './free-port';
import { insistOnGround, layGroundOnce, layWhatWasAdded } from './grounds';
import type { Settings } from './settings';
import { tenths } from './tenths';

/** The house, open: reachable at `address` until closed. */
export interface House {
  readonly hub: Hub;
  readonly database: Database;
  readonly address: string;
  close(): Promise<void>;
}

type Say = (line: string) => void;

const departmentKeys = departments.map((each) => each.key);

/** What is there already, or is not the usual. */
export interface HouseParts {
  readonly pages?: HubOptions['pages'];
  /** The embedded database, opening; closed with the house, also where the house does not open. */
  readonly embedded?: Promise<Embedded>;
}

/**
 * Opens database, hub and doors in this order, telling each step; the graph is composed while the database opens. Throws with everything closed
 * again.
 */
export async function openHouse(settings: Settings, say: Say, { pages = builtPages(), embedded }: HouseParts = {}): Promise<House> {
  const started = performance.now();
  await insistOnRoom(settings).catch(async (fault: unknown) => {
    await embedded?.then((engine) => engine.close());
    throw fault;
  });
  const opening = openHubDatabase(settings, say, { prepare: (database) => prepare(database, settings, say), embedded });
  const [opened, composed] = await Promise.allSettled([opening, composeHub(departments)]);
  if (opened.status === 'rejected') throw opened.reason;
  const database = opened.value;
  const closers: (() => Promise<void> | void)[] = [() => database.close()];
  const close = async () => {
    for (const closer of closers.splice(0).reverse()) await closer();
  };
  try {
    if (composed.status === 'rejected') throw composed.reason;
    const sealing = sealingOf(settings);
    const key = settings.demo ? demoKey(settings.dataDir) : undefined;
    const hub = await openHub({
      database,
      departments,
      composed: composed.value,
      pages,
      ...(settings.databaseUrl ? { databaseUrl: settings.databaseUrl } : {}),
      ...(key ? { demo: { key, staffOf: (persona) => personas.find((each) => each.key === persona)?.staffId } } : {}),
      identity: {
        key: identityKey(settings.dataDir, settings.identityKey),
        publicUrl: settings.publicUrl,
        behindProxy: settings.behindProxy,
        ...(settings.oidc ? { oidc: settings.oidc } : {}),
      },
      sealing,
      hosts: new Set(['localhost', '127.0.0.1', '[::1]', new URL(settings.publicUrl).hostname]),
    });
    closers.push(() => hub.close());
    const list = await followDepartments(hub, settings);
    closers.push(() => list.close());
    await new Promise<void>((done, failed) => {
      hub.server.once('error', failed);
      hub.server.listen(settings.port, settings.host, done);
    });
    const { port } = hub.server.address() as AddressInfo;
    const address = settings.publicUrl.startsWith('https:') ? settings.publicUrl : `http://localhost:${port}`;
    greet(say, address, database, performance.now() - started);
    if (key) greetDemo(say, address, key);
    else await greetFirst(say, address, hub);
    return { hub, database, address, close };
  } catch (fault) {
    await close();
    throw fault;
  }
}

/** Before a city is sown in vain. */
async function insistOnRoom(settings: Settings): Promise<void> {
  insistOnRestored(settings.dataDir);
  insistOnAddresses(settings.departments, departmentKeys);
  await insistOnFree(settings.port, settings.host);
}

/** Fills a new database: with the invented city, or with the ground of a hub for real people. */
async function prepare(database: Database, settings: Settings, say: Say): Promise<void> {
  await insistOnGround(database, settings.demo);
  if (settings.demo) await sowOnce(database, settings, say);
  else if (await layGroundOnce(database)) say('実施計画の部署・機関・指標を入れました。');
  await deleteAgain(database, sealingOf(settings), say);
  await layWhatWasAdded(database);
}

/** The key of the audit chain, and where its head and the deletions are kept. */
export function sealingOf(settings: Settings) {
  return { key: auditKey(settings.dataDir, settings.auditKey), dataDir: settings.dataDir };
}

/** The hub's own database, brought up to date and prepared. */
export async function openHubDatabase(
  settings: Settings,
  say: Say,
  { prepare, embedded }: { readonly prepare?: OpenOptions['prepare']; readonly embedded?: Promise<Embedded> | undefined } = {},
): Promise<Database> {
  say(settings.databaseUrl ? 'PostgreSQL につないでいます…' : `組み込みの PostgreSQL を開いています（${settings.dataDir}）…`);
  return openDatabase({
    ...(settings.databaseUrl ? { url: settings.databaseUrl } : { directory: path.join(settings.dataDir, 'postgres') }),
    entities: [...coreEntities, ...departments.flatMap((each) => each.entities)],
    migrations: [...coreMigrations, ...departments.flatMap((each) => each.migrations)],
    ...(prepare ? { prepare } : {}),
    ...(embedded ? { embedded } : {}),
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
  const tell = tenths(say);
  await asSystem(database, 'hub_sower', async (query) => {
    await query('set local statement_timeout = 0');
    await sow(query, plan, tell);
  });
  await gatherStatistics(database);
  tell(1, 1);
  return true;
}

/** A copy that was put back holds what has been deleted since: it goes again before anybody is let in. */
export async function deleteAgain(
  database: Database,
  sealing: { readonly key: string; readonly dataDir: string },
  say: Say,
): Promise<void> {
  const orders = new DepartmentOrders(sealing.dataDir);
  const tell = (key: string, cases: readonly string[]) =>
    orders.give({ key, at: new Date().toISOString(), cases }, signingKey(sealing.dataDir));
  const deletions = new Deletions(database, { ...sealing, tell });
  const count = await deletions.replay();
  if (count > 0) say(`控えから戻ったデータにあった、期限の過ぎた記録を、もう一度削除しました（${count}回分）。`);
  await deletions.close();
  await orders.close();
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
    key: signingKey(settings.dataDir),
    sdlOf: (key) => hub.subgraphs.find((each) => each.name === key)?.sdl ?? '',
    use: (remotes) => hub.useRemote(remotes),
  });
  const list = new DepartmentList({
    dataDir: settings.dataDir,
    names: departmentKeys,
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

function greet(say: Say, address: string, database: Database, took: number): void {
  say('');
  say(`山梨市 まるごとハブ  ${address}  （${(took / 1000).toFixed(1)}秒で開きました）`);
  if (database.kind === 'embedded')
    say(
      'データは組み込みの PostgreSQL にあります。処理の停止には耐えますが、停電には備えていません。大切なデータには DATABASE_URL を使ってください。',
    );
  say('');
  say(`会場の画面          ${address}/display`);
  say(`照会（GraphQL）     ${address}/playground`);
  say('');
}

function greetDemo(say: Say, address: string, key: string): void {
  say('サインイン（架空の人。リンクを開くとその人になります）');
  for (const persona of personas) say(`  ${persona.label} ${persona.name}\n    ${address}/sign-in?as=${persona.key}&key=${key}`);
  say('');
}

/** Until two administrators can sign in, the console says how: nobody else is there yet to let them in. */
async function greetFirst(say: Say, address: string, hub: Hub): Promise<void> {
  const secrets = await hub.identity.setup.firstLinks();
  if (secrets.length === 0) return;
  say('管理者の設定リンク（一人に一つ。一度だけ、24時間のあいだ使えます。権限の変更には二人の管理者が要ります）');
  for (const secret of secrets) say(`  ${address}/sign-in#setup=${secret}`);
  say('');
}
