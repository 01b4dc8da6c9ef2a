import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { sow } from '#seeds/sow';
import { asSystem } from '#server/database/as-viewer';
import { coreMigrations } from '#server/database/migrations/migrations';
import { type Database, type OpenOptions, openDatabase } from '#server/database/source';
import { gatherStatistics } from '#server/database/upkeep';
import { departments } from '#server/departments/registry';
import { coreEntities } from '#server/hub/core';
import { townsOf } from './towns-of';

/** The day that tests live on, and the seed of their city. */
export const ANCHOR = '2026-11-23';
export const SEED = 20260401;

/** Where tests get their city from: a tar of an embedded database, or a database of the server to copy. */
export interface Template {
  readonly kind: 'embedded' | 'postgres';
  readonly place: string;
}

export const openOptions: Pick<OpenOptions, 'entities' | 'migrations'> = {
  entities: [...coreEntities, ...departments.flatMap((each) => each.entities)],
  migrations: [...coreMigrations, ...departments.flatMap((each) => each.migrations)],
};

const CACHE = 'node_modules/.cache/hub';
const MEMORY = 'memory://';
const MOST_KEPT = 8;
const UNHURRIED_MS = 30_000;
/** Two runs that find no template on one server take turns to make it. */
const TEMPLATE_LOCK = 7_230_015;

/** Makes the migrated and sown city once for all test files; kept as long as what it is made from stays the same. */
export async function makeTemplate(url: string | undefined): Promise<Template> {
  const name = `hub_town_${hashOf(['server/database/migrations', 'server/departments', 'seeds', 'test/kit/template.ts'])}`;
  return url ? onPostgres(url, name) : embedded(name);
}

async function embedded(name: string): Promise<Template> {
  const place = path.join(CACHE, `${name}.tar`);
  if (!existsSync(place)) {
    mkdirSync(CACHE, { recursive: true });
    const draft = `${place}.${process.pid}`;
    const database = await openDatabase({ directory: MEMORY, ...openOptions });
    await sowTown(database);
    // Nothing is made from PostgreSQL's own templates any more, and every copy of the city would carry them.
    await database.source.query(`update pg_database set datistemplate = false`);
    for (const name of ['template0', 'template1']) await database.source.query(`drop database ${name}`);
    await database.embedded?.dumpTo(draft);
    await database.close();
    renameSync(draft, place);
    forgetOld();
  }
  return { kind: 'embedded', place };
}

/** Keeps the newest few: another run may be in the middle of its own. */
function forgetOld(): void {
  const made = (name: string) => statSync(path.join(CACHE, name)).mtimeMs;
  const oldestLast = readdirSync(CACHE).sort((a, b) => made(b) - made(a));
  for (const name of oldestLast.slice(MOST_KEPT)) rmSync(path.join(CACHE, name), { force: true });
}

async function onPostgres(url: string, name: string): Promise<Template> {
  await withServer(url, async (server) => {
    await server.query(`select pg_advisory_lock(${TEMPLATE_LOCK})`);
    const found = await server.query('select 1 from pg_database where datname = $1', [name]);
    if (found.rowCount) return;
    const draft = `${name}_new`;
    await server.query(`drop database if exists ${draft} with (force)`);
    await server.query(`create database ${draft}`);
    const database = await openDatabase({ url: databaseUrl(url, draft), ...openOptions });
    await sowTown(database);
    await database.close();
    await server.query(`alter database ${draft} rename to ${name}`);
    const old = await server.query(
      `select datname from pg_database where datname like 'hub\\_town\\_%' order by oid desc offset ${MOST_KEPT}`,
    );
    for (const { datname } of old.rows) await server.query(`drop database if exists ${datname}`).catch(() => undefined); // in use: the next one takes it
  });
  return { kind: 'postgres', place: name };
}

async function sowTown(database: Database): Promise<void> {
  await asSystem(database, 'hub_sower', async (query) => {
    await query('set local statement_timeout = 0');
    await sow(query, { anchor: ANCHOR, seed: SEED, scale: 1 }, () => undefined);
  });
  await gatherStatistics(database);
}

/**
 * A city of one's own, as fast as a copy; the returned database drops itself when closed. `directory`: where an embedded one lies, for tests
 * in which its engine is opened again. `limitMs`: what a statement may take, for tests of statements that take longer.
 */
export async function openTown(
  template: Template,
  url: string | undefined,
  { directory = MEMORY, limitMs }: Pick<OpenOptions, 'directory' | 'limitMs'> = {},
): Promise<Database & { readonly url?: string }> {
  if (template.kind === 'embedded' || !url) {
    // In memory an engine that is opened again has forgotten who is signed in: on a busy machine that would be told as a hundred other faults.
    const limit = limitMs ?? (directory === MEMORY ? UNHURRIED_MS : undefined);
    return openDatabase({ directory, template: template.place, ...(limit ? { limitMs: limit } : {}), ...openOptions });
  }
  const name = `${townsOf(process.ppid)}${process.pid}_${Date.now().toString(36)}_${Math.floor(Math.random() * 1e6)}`;
  await withServer(url, async (server) => {
    await server.query(`create database ${name} template ${template.place}`);
    // A city of a test need not outlive the server: its commits wait for no disk.
    await server.query(`alter database ${name} set synchronous_commit = off`);
  });
  const database = await openDatabase({ url: databaseUrl(url, name), ...(limitMs ? { limitMs } : {}), ...openOptions });
  const { close } = database;
  return Object.assign(database, {
    url: databaseUrl(url, name),
    close: async () => {
      await close();
      // The server clears its disk first, for seconds: nobody waits for that. What is still there at the end of the run goes then (global-setup.ts).
      void withServer(url, (server) => server.query(`drop database if exists ${name} with (force)`)).catch(() => undefined);
    },
  });
}

async function withServer<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

function databaseUrl(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.toString();
}

function hashOf(paths: readonly string[]): string {
  const hash = createHash('sha256').update(ANCHOR + SEED);
  const add = (each: string) => {
    if (statSync(each).isDirectory()) for (const name of readdirSync(each).sort()) add(path.join(each, name));
    else if (/\.(sql|ts|json)$/.test(each) && !each.endsWith('.test.ts')) hash.update(each).update(readFileSync(each));
  };
  for (const each of paths) add(each);
  return hash.digest('hex').slice(0, 16);
}

/** A city for a process of its own: a copied database of the server, or a data directory made from the template. */
export async function openFreshUrl(
  template: Template,
  url: string | undefined,
  directory: string,
): Promise<{ readonly url?: string; drop(): Promise<void> }> {
  if (template.kind === 'embedded' || !url) {
    const place = template.kind === 'embedded' ? template.place : (await makeTemplate(undefined)).place;
    await (await openDatabase({ directory, template: place, ...openOptions })).close();
    return { drop: async () => undefined };
  }
  const name = `hub_test_${process.pid}_${Date.now().toString(36)}_p`;
  await withServer(url, (server) => server.query(`create database ${name} template ${template.place}`));
  return {
    url: databaseUrl(url, name),
    drop: () => withServer(url, (server) => server.query(`drop database if exists ${name} with (force)`)).then(() => undefined),
  };
}
