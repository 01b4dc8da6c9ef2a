import 'reflect-metadata';
import { mkdtempSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sow } from '#seeds/sow';
import { databaseRole } from '#server/access/viewer';
import { asSystem } from '#server/database/as-viewer';
import { coreMigrations } from '#server/database/migrations/migrations';
import { ReadAudit } from '#server/database/read-audit';
import { type Database, openDatabase } from '#server/database/source';
import { gatherStatistics } from '#server/database/upkeep';
import { departments } from '#server/departments/registry';
import { wakesOf } from '#server/events/wakes';
import { coreEntities } from '#server/hub/core';
import { signingKey } from '#server/hub/department-keys';
import { type Hub, type HubOptions, openHub } from '#server/hub/hub';
import { Pages } from '#server/hub/pages';
import { RemoteDepartments } from '#server/hub/remote-departments';
import { benchId } from './bench-id';
import { bare, limitServer } from './limit';
import { addVolume, type Volume } from './volume';

/** What the bench tells this process. */
export interface HubOrder {
  /** Real PostgreSQL; without it an embedded one in memory. */
  readonly databaseUrl?: string;
  /** Key of the sign-in links. */
  readonly key: string;
  /** Sows first. Without it the rows are there already. */
  readonly sow?: { readonly scale: number; readonly volume: Volume };
  /** Departments that run elsewhere: name → address. */
  readonly remotes?: Readonly<Record<string, string>>;
  /** Where the built pages lie, for browsers. Without it none are served. */
  readonly pages?: string;
  /** Where the key to their doors lies. */
  readonly dataDir?: string;
  /** What this hub does without, so that the bench can tell what it costs. */
  readonly without?: Without;
}

/** The product knows no way to leave these out: they are taken from it here, in this process of the bench. */
export interface Without {
  /** A role that row policies do not stop, in place of the staff's own. Roles, claims and everything else are said as before. */
  readonly rowPolicies?: string;
  /** Whose records an answer holds is still found out, and then written down nowhere. */
  readonly audit?: true;
}

function doWithout({ rowPolicies, audit }: Without): void {
  if (rowPolicies) Object.assign(databaseRole, { staff: rowPolicies });
  if (audit) ReadAudit.prototype.record = async () => undefined;
}

/** Counters of the hub since it opened. */
export interface HubCounters {
  /** Reads of boards for events. */
  readonly reads: number;
  /** Classes of viewers at live boards. */
  readonly classes: number;
  /** Moments of the commits since the last asking that woke a board (ns, monotonic clock of the machine). */
  readonly commits: string[];
}

/** The hub as the product opens it, but on the bench's data, and with its counters to be asked for over the process channel. */
async function main(order: HubOrder): Promise<void> {
  doWithout(order.without ?? {});
  const database = await openDatabase({
    ...(order.databaseUrl ? { url: order.databaseUrl } : { directory: 'memory://' }),
    entities: [...coreEntities, ...departments.flatMap((each) => each.entities)],
    migrations: [...coreMigrations, ...departments.flatMap((each) => each.migrations)],
  });
  if (order.sow) await fill(database, order.sow);
  // Before the hub listens for wake-ups itself: the first step after a commit is this stamp.
  const commits: string[] = [];
  wakesOf(database).on('board', () => commits.push(String(process.hrtime.bigint())));
  const hub = await openHub({
    database,
    departments,
    // As the product: what is read is sealed behind every answer.
    sealing: { key: order.key.padEnd(32, '.'), dataDir: mkdtempSync(path.join(tmpdir(), 'hub-bench-')) },
    pages: pagesIn(order.pages),
    pace: { burst: 1_000_000, perSecond: 1_000_000 },
    ...(order.databaseUrl ? { databaseUrl: order.databaseUrl } : {}),
    demo: { key: order.key, staffOf: (persona) => benchId('staff', persona === 'facilitator' ? 1 : 2) },
  });
  await useRemotes(hub, order);
  process.on('message', () =>
    process.send?.({ reads: hub.live.reads, classes: hub.live.classes, commits: commits.splice(0) } satisfies HubCounters),
  );
  await new Promise<void>((done) => hub.server.listen(0, '127.0.0.1', done));
  // One process only can hold the embedded database: there the limit answers from here, on the same connection.
  const limit = order.databaseUrl ? undefined : await limitServer(bare(database.pool));
  process.send?.({ ready: { address: `http://127.0.0.1:${(hub.server.address() as AddressInfo).port}`, version: process.version, limit } });
}

function pagesIn(directory: string | undefined): HubOptions['pages'] {
  if (!directory) return async () => false;
  const pages = new Pages(directory);
  return (request, response, pathname) => pages.serve(request, response, pathname);
}

async function fill(database: Database, { scale, volume }: Required<HubOrder>['sow']): Promise<void> {
  await asSystem(database, 'hub_sower', async (query) => {
    await query('set local statement_timeout = 0');
    await sow(query, { anchor: '2026-11-23', seed: 20260401, scale }, () => undefined);
    await addVolume(query, volume);
  });
  await gatherStatistics(database);
}

async function useRemotes(hub: Hub, { remotes, dataDir }: HubOrder): Promise<void> {
  if (!remotes || !dataDir) return;
  const road = new RemoteDepartments({
    departments: departments.map((each) => ({ key: each.key, label: each.name })),
    key: signingKey(dataDir),
    sdlOf: (key) => hub.subgraphs.find((each) => each.name === key)?.sdl ?? '',
    use: (roads) => hub.useRemote(roads),
  });
  await road.set(new Map(Object.entries(remotes)));
}

process.on('disconnect', () => process.exit());
await main(JSON.parse(process.argv[2] ?? '{}') as HubOrder);
