import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createReadStream, createWriteStream, existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type Readable, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import pg from 'pg';
import { log } from '#server/kernel/log';
import { openEmbedded } from './embedded';
import type { Database } from './source';

/** How a copy of a database is written: by pg_dump (custom format), or as the embedded database's directory in a tar. */
export type DumpKind = 'pgdump' | 'tar.gz';

/** Where a copy is put back: an empty database of a server, or a directory that is not there yet. */
export interface DumpTarget {
  readonly url?: string;
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
 * Hands `use` the bytes of a copy of all that `database` holds at one moment, whoever goes on writing; rejects when the copy is not whole.
 * `scratch`: where what must not be read by others lies for a while on its way.
 */
export async function dumpDatabase(
  database: Database,
  url: string | undefined,
  scratch: string,
  use: (bytes: Readable) => Promise<void>,
): Promise<void> {
  if (url) return fromServer(url, scratch, use);
  const file = path.join(scratch, `dump-${process.pid}.tar`);
  try {
    // It has one session: whoever holds it is alone with the data.
    const client = await database.pool.connect();
    await database.embedded?.dumpTo(file).finally(() => client.release());
    const zipped = createGzip();
    await Promise.all([pipeline(createReadStream(file), zipped), use(zipped)]);
  } finally {
    rmSync(file, { force: true });
  }
}

/** Row-level security is forced on every table: whoever may not pass it is refused by pg_dump, so that a copy is never silently empty. */
async function fromServer(url: string, scratch: string, use: (bytes: Readable) => Promise<void>): Promise<void> {
  await withAddress(url, scratch, async (address) => {
    const command = spawn('pg_dump', ['--format=custom', '--no-password', `--dbname=${address}`], { stdio: ['ignore', 'pipe', 'pipe'] });
    await Promise.all([ended('pg_dump', command), use(command.stdout)]);
  });
}

/** Refuses a target that holds anything: a copy is put back beside what is there, never over it. */
export async function insistOnEmpty({ url, directory }: DumpTarget): Promise<void> {
  if (!url) {
    if (!existsSync(directory) || readdirSync(directory).length === 0) return;
    throw new BackupFault(`「${directory}」にはもうデータがあります。別の場所に移してから、もう一度戻してください。`);
  }
  const full = await asOwner(url, (client) =>
    client.query(
      `select from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname !~ '^(pg_|information_schema$)' limit 1`,
    ),
  );
  if (full.rowCount)
    throw new BackupFault('DATABASE_URL のデータベースには、もう表があります。空のデータベースをつくって、その場所を書いてください。');
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
  const file = `${target.directory}.tar`;
  try {
    const unzip = createGunzip();
    await Promise.all([bytes(unzip), pipeline(unzip, createWriteStream(file, { mode: 0o600 }))]);
    await (await openEmbedded({ directory: target.directory, template: file, patient: true })).close();
  } finally {
    rmSync(file, { force: true });
  }
}

async function ontoServer(url: string, scratch: string, bytes: (into: Writable) => Promise<void>): Promise<void> {
  await asOwner(url, (client) => client.query(ROLES_SQL));
  await withAddress(url, scratch, async (address) => {
    const how = ['--no-owner', '--exit-on-error', '--single-transaction', '--no-password', `--dbname=${address}`];
    const command = spawn('pg_restore', how, { stdio: ['pipe', 'ignore', 'pipe'] });
    await Promise.all([ended('pg_restore', command), bytes(unbroken(command.stdin))]);
  });
}

/** A pipe to a command that ended early: the command's own fault is the one to tell. */
function unbroken(pipe: Writable): Writable {
  let isOpen = true;
  pipe.on('error', () => {
    isOpen = false;
  });
  return new Writable({
    write: (chunk, _, done) => {
      if (!isOpen || pipe.write(chunk)) return done();
      pipe.once('drain', done);
      pipe.once('close', done);
    },
    final: (done) => {
      pipe.end();
      done();
    },
  });
}

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
  if (code === 0) return;
  log.error(`${name} failed`, { code });
  throw new BackupFault(`${name} が終わりませんでした。${adviceOn(said)}\n${said.trim()}`);
}

function adviceOn(said: string): string {
  if (/row-level security/.test(said))
    return '行の壁を越えて読める利用者（BYPASSRLS）が要ります。その人の URL を --dump-url に書いてください。';
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
async function withAddress<T>(url: string, scratch: string, work: (address: string) => Promise<T>): Promise<T> {
  const address = new URL(url.replace('@/', '@localhost/'));
  if (!address.password) return work(address.href);
  const passfile = path.resolve(scratch, `pass-${process.pid}`);
  writeFileSync(passfile, `*:*:*:*:${decodeURIComponent(address.password).replace(/[\\:]/g, '\\$&')}\n`, { mode: 0o600 });
  address.password = '';
  address.searchParams.set('passfile', passfile);
  return work(address.href).finally(() => rmSync(passfile, { force: true }));
}
