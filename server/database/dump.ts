import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createReadStream, createWriteStream, existsSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import pg from 'pg';
import { openEmbedded } from './embedded';
import type { Database } from './source';

/** How a copy of a database is written: by pg_dump (custom format), or as the embedded database's directory in a tar. */
export type DumpKind = 'pgdump' | 'tar.gz';

/** Where a copy is put back: an empty database of a server, or a directory that is not there yet. */
export interface DumpTarget {
  readonly url?: string | undefined;
  readonly directory: string;
}

/** What stands in the way of a copy, in words for whoever sits at the terminal. */
export class BackupFault extends Error {}

/** Roles that the walls stand on. They belong to the server and not to a database, so that a copy does not bring them along. */
export const HOUSE_ROLES = [
  'hub_staff',
  'hub_display',
  'hub_analyst',
  'hub_system',
  'hub_sower',
  'hub_warden',
  'hub_keeper',
  'hub_anonymiser',
] as const;

const ROLES_SQL = `do $$
declare
  r text;
begin
  foreach r in array array[${HOUSE_ROLES.map((role) => `'${role}'`)}] loop
    begin
      execute format('create role %I nologin nosuperuser nobypassrls', r);
    exception when duplicate_object or unique_violation then null;
    end;
    execute format('grant %I to current_user', r);
  end loop;
end
$$`;

export const kindOf = (target: { readonly url?: string | undefined }): DumpKind => (target.url ? 'pgdump' : 'tar.gz');

/**
 * Hands `use` the bytes of a copy of all that `database` holds at one moment, whoever goes on writing; rejects when the copy is not whole. `url`: of
 * whoever reads a server's, past its row policies. `scratch`: where what must not be read by others lies for a while on its way.
 */
export async function dumpDatabase(
  database: Database,
  url: string | undefined,
  scratch: string,
  use: (bytes: Readable) => Promise<void>,
): Promise<void> {
  clearScratch(scratch);
  if (url) return fromServer(url, scratch, use);
  const file = path.join(scratch, DRAFT);
  try {
    // It has one session: whoever holds it is alone with the data.
    const client = await database.pool.connect();
    await database.embedded?.dumpTo(file).finally(() => client.release());
    if (statSync(file).size > MOST_EMBEDDED)
      throw new BackupFault('組み込みの PostgreSQL の控えとしては大きすぎます。DATABASE_URL の PostgreSQL に移してください。');
    const zipped = createGzip();
    await both(() => zipped.destroy(), pipeline(createReadStream(file), zipped), use(zipped));
  } finally {
    clearScratch(scratch);
  }
}

/** The embedded database's directory, and a password, while they are handed on; what a killed command left goes with the next. */
const DRAFT = 'dump.tar';
const PASSFILE = 'dump.pass';
/** What Node reads in one piece, which the engine needs to begin from a copy. */
const MOST_EMBEDDED = 2 ** 31 - 1;

function clearScratch(scratch: string): void {
  for (const name of [DRAFT, `${DRAFT}.new`, PASSFILE]) rmSync(path.join(scratch, name), { force: true });
}

/** Row-level security is forced on every table: whoever may not pass it is refused by pg_dump, so that a copy is never silently empty. */
async function fromServer(url: string, scratch: string, use: (bytes: Readable) => Promise<void>): Promise<void> {
  await withAddress(url, scratch, async (address) => {
    const command = spawn('pg_dump', ['--format=custom', '--no-password', `--dbname=${address}`], { stdio: ['ignore', 'pipe', 'pipe'] });
    await both(() => command.kill(), ended('pg_dump', command), use(command.stdout));
  });
}

/** Whether there is nothing yet: no directory, or a database without a table. */
export async function isEmpty({ url, directory }: DumpTarget): Promise<boolean> {
  if (!url) return !existsSync(directory) || readdirSync(directory).length === 0;
  const found = await asOwner(url, (client) =>
    client.query(
      `select from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname !~ '^(pg_|information_schema$)' limit 1`,
    ),
  );
  return found.rowCount === 0;
}

/** Refuses a target that holds anything: a copy is put back beside what is there, never over it. */
export async function insistOnEmpty(target: DumpTarget): Promise<void> {
  if (await isEmpty(target)) return;
  throw new BackupFault(
    target.url
      ? 'DATABASE_URL のデータベースには、もう表があります。空のデータベースをつくって、その場所を書いてください。'
      : `「${target.directory}」にはもうデータがあります。別の場所に移してから、もう一度戻してください。`,
  );
}

/** Puts a copy back, whole or not at all on a server. `bytes` writes the copy into what it is given and ends it. */
export async function restoreDump(kind: DumpKind, target: DumpTarget, bytes: (into: Writable) => Promise<void>): Promise<void> {
  if (kind !== kindOf(target))
    throw new BackupFault(
      kind === 'pgdump'
        ? 'PostgreSQL の控えです。空のデータベースを DATABASE_URL に書いてから戻してください。'
        : '組み込みの PostgreSQL の控えです。DATABASE_URL を書かずに戻してください。',
    );
  await insistOnEmpty(target);
  if (target.url) return ontoServer(target.url, path.dirname(target.directory), bytes);
  const scratch = path.dirname(target.directory);
  const file = path.join(scratch, DRAFT);
  clearScratch(scratch);
  try {
    const unzip = createGunzip();
    await both(() => unzip.destroy(), bytes(unzip), pipeline(unzip, createWriteStream(file, { mode: 0o600 })));
    await (await openEmbedded({ directory: target.directory, template: file, patient: true })).close();
  } finally {
    clearScratch(scratch);
  }
}

async function ontoServer(url: string, scratch: string, bytes: (into: Writable) => Promise<void>): Promise<void> {
  await asOwner(url, (client) => client.query(ROLES_SQL));
  await withAddress(url, scratch, async (address) => {
    const how = ['--no-owner', '--exit-on-error', '--single-transaction', '--no-password', `--dbname=${address}`];
    const command = spawn('pg_restore', how, { stdio: ['pipe', 'ignore', 'pipe'] });
    await both(() => command.kill(), ended('pg_restore', command), bytes(command.stdin));
  });
}

/** Waits for both ends of a pipe. When one fails the other is stopped, and nothing is at work any more when the fault is told. */
async function both(stop: () => void, ...ends: readonly Promise<unknown>[]): Promise<void> {
  const faults: unknown[] = [];
  const noted = (fault: NodeJS.ErrnoException) => {
    faults.push(fault);
    if (!BROKEN.has(fault.code ?? '')) stop(); // the other end has gone already, and says why
  };
  await Promise.all(ends.map((end) => end.catch(noted)));
  if (faults.length > 0) throw faults.find((fault) => fault instanceof BackupFault) ?? faults[0];
}

const BROKEN = new Set(['EPIPE', 'ERR_STREAM_PREMATURE_CLOSE']);

async function ended(name: string, command: ReturnType<typeof spawn>): Promise<void> {
  let said = '';
  command.stderr?.on('data', (chunk) => {
    said += chunk;
  });
  const [code] = (await once(command, 'close').catch((fault: NodeJS.ErrnoException) => {
    throw fault.code === 'ENOENT'
      ? new BackupFault(`${name} がありません。PostgreSQL の道具（データベースと同じか新しい版）を入れてください。`)
      : fault;
  })) as [number];
  if (code === 0 || command.killed) return; // stopped by us: the other end says why
  throw new BackupFault(`${name} が終わりませんでした。${adviceOn(said)}\n${plainly(said)}`);
}

/** What a tool says of its own fault, without the rows over which it stumbled. */
const plainly = (said: string) => (said.match(/^pg_\w+: error: .*$/gm) ?? []).join('\n');

function adviceOn(said: string): string {
  if (/row-level security/.test(said))
    return '行の壁を越えて読める利用者（BYPASSRLS）が要ります。その人の URL を HUB_DUMP_URL に書いてください。';
  if (/server version mismatch/.test(said)) return 'データベースと同じか新しい版の道具を入れてください。';
  return '次の言葉を確かめてください。';
}

async function asOwner<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return work(client).finally(() => client.end());
}

/**
 * Hands `work` the address as PostgreSQL's own tools take it, without the password: what stands in a command line every user of the machine can read.
 * The password lies in a file of its own meanwhile, which only this user may read.
 */
export async function withAddress<T>(url: string, scratch: string, work: (address: string) => Promise<T>): Promise<T> {
  const inside = /^(\w+:\/\/[^:@/?]*):([^/?]*)@/.exec(url)?.[2] ?? /[?&]password=([^&]*)/.exec(url)?.[1];
  if (inside === undefined) return work(url);
  const open = url
    .replace(/^(\w+:\/\/[^:@/?]*):[^/?]*@/, '$1@')
    .replace(/([?&])password=[^&]*(&|$)/, (_, before, after) => (after ? before : ''));
  const passfile = path.resolve(scratch, PASSFILE);
  writeFileSync(passfile, `*:*:*:*:${decoded(inside).replace(/[\\:]/g, '\\$&')}\n`, { mode: 0o600 });
  const more = `passfile=${encodeURIComponent(passfile)}`;
  return work(`${open}${open.includes('?') ? '&' : '?'}${more}`).finally(() => rmSync(passfile, { force: true }));
}

/** As `pg` reads it: a percent sign that encodes nothing stands for itself. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
