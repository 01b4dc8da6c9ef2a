import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import {
  appendFileSync,
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable, Writable } from 'node:stream';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import {
  BackupFault,
  type DumpTarget,
  dumpDatabase,
  HOUSE_ROLES,
  insistOnEmpty,
  kindOf,
  restoreDump,
  withAddress,
} from '#server/database/dump';
import { type Database, openDatabase } from '#server/database/source';
import { Deletions } from '#server/hub/audit/deletions';
import { type Backup, Backups } from '#server/hub/backup/backups';
import { closeDoors } from '#server/hub/backup/close-doors';
import { dueBackups, endBackups } from '#server/hub/backup/end-backups';
import { noteBackup } from '#server/hub/backup/note-backup';
import { insistOnRestored, Restoring } from '#server/hub/backup/restoring';
import { emptyDatabase } from '#test/kit/empty-database';
import { aBoard, steered } from '#test/kit/steer';
import { openFreshUrl, openOptions } from '#test/kit/template';
import { aSealedTown, KEY, type SealedTown } from './sealed-town';

const server = inject('databaseUrl') ?? undefined;
let town: SealedTown;
let folder: string;
let backups: Backups;
/** Taken while others wrote, and put back elsewhere. */
let first: Backup;
let restored: Database;
const closers: (() => Promise<unknown>)[] = [];

beforeAll(async () => {
  town = await aSealedTown();
  folder = mkdtempSync(path.join(tmpdir(), 'hub-backups-'));
  backups = new Backups(town.dataDir);
  first = await whileOthersWrite(taken);
  restored = await putBack(first.file);
});
afterAll(async () => {
  for (const close of closers.splice(0).reverse()) await close();
  await backups?.close();
  await town?.close();
  rmSync(folder, { recursive: true, force: true });
});

const urlOf = (database: Database) => (database as Database & { url?: string }).url;

/** As the command takes one. */
async function taken(into = folder): Promise<Backup> {
  const id = randomUUID();
  await noteBackup(town.database, 'backup.take', id);
  return backups.take(id, into, kindOf({ url: urlOf(town.database) }), (use) =>
    dumpDatabase(town.database, urlOf(town.database), town.dataDir, use),
  );
}

async function somewhereEmpty(): Promise<DumpTarget> {
  const place = server ? await emptyDatabase(server) : undefined;
  if (place) closers.push(() => place.drop());
  return { directory: path.join(folder, randomUUID()), ...(place ? { url: place.url } : {}) };
}

/** A copy put back into an empty place, and opened. */
async function putBack(file: string): Promise<Database> {
  const target = await somewhereEmpty();
  await restoreDump(kindOf(target), target, (into) => backups.open(file, into));
  const database = await openDatabase({ ...target, ...openOptions });
  closers.push(() => database.close());
  return database;
}

/** How many rows each table has and what is in them, in one line for each; but for the seals, which go on while one looks. */
async function content(database: Database): Promise<Record<string, string>> {
  const { rows } = await database.pool.query<{ name: string }>(
    `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind = 'r' and n.nspname !~ '^(pg_|information_schema$)' and c.relname <> 'audit_seal' order by 1`,
  );
  const tables = rows.map(
    ({ name }) =>
      `select '${name}' as name, count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as said from ${name} t`,
  );
  const found = await database.pool.query<{ name: string; said: string }>(tables.join(' union all '));
  return Object.fromEntries(found.rows.map(({ name, said }) => [name, said]));
}

/** Policies, grants and triggers: the walls themselves. */
async function walls(database: Database): Promise<unknown> {
  const { rows } = await database.pool.query(
    `select (select json_agg(p order by p.schemaname, p.tablename, p.policyname) from pg_policies p where p.schemaname !~ '^pg_') as policies,
       (select json_agg(g order by g) from (select table_schema || '.' || table_name || '.' || column_name || ' ' || grantee || ' ' || privilege_type as g
         from information_schema.column_privileges where grantee like 'hub\\_%') as _ ) as grants,
       (select json_agg(c order by c) from (select n.nspname || '.' || c.relname || ' ' || c.relrowsecurity::text || c.relforcerowsecurity::text as c
         from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind = 'r' and n.nspname !~ '^(pg_|information_schema$)') as _) as forced,
       (select json_agg(t order by t) from (select tgrelid::regclass || ' ' || tgname || ' ' || tgenabled::text as t from pg_trigger where not tgisinternal) as _) as triggers`,
  );
  return rows[0];
}

/** What goes on while a copy is taken: somebody adds to a board, and is written down. */
async function whileOthersWrite<T>(work: () => Promise<T>): Promise<T> {
  const facilitator = await town.as('facilitator');
  const { session } = await aBoard(facilitator);
  const [card] = await town.rows<{ id: string }>(`select id from core.case_card where state = 'APPROVED' limit 1`);
  const item = (await steered(facilitator, 'putOnAgenda', { session, card: card?.id })).id;
  const [organization] = await town.rows<{ id: string }>('select id from core.organization order by id limit 1');
  const order = { item, organization: organization?.id, dueOn: '2026-12-24' };
  let isDone = false;
  const writing = (async () => {
    for (let number = 0; !isDone; number += 1) await steered(facilitator, 'addActionItem', { ...order, title: `控えのあいだ${number}` });
  })();
  const result = await work().finally(() => {
    isDone = true;
  });
  await writing;
  return result;
}
/** Where that is written, and what goes on by itself. */
const WRITTEN = new Set([
  ...['core.action_item', 'hub.board_counter', 'hub.board_event', 'hub.change_audit', 'hub.idempotency', 'hub.read_audit'],
  ...['hub.sign_in', 'hub.time_to_hide'],
]);

const nowhere = () => new Writable({ write: (_chunk, _, done) => done() });

describe('a copy', () => {
  it('is all that there is, walls and all, though others write while it is taken', async () => {
    const [one] = (
      await restored.pool.query(
        `select (select count(*)::int from core.action_item where title like '控えのあいだ%') as actions,
           (select count(*)::int from hub.change_audit where action = 'action.add') as changes,
           (select count(*)::int from hub.change_audit where action = 'backup.take' and subject_id = $1) as noted`,
        [first.id],
      )
    ).rows;
    expect(one.changes).toBe(one.actions);
    expect(one.noted).toBe(1);
    expect(await walls(restored)).toEqual(await walls(town.database));
    const [there, here] = await Promise.all([content(restored), content(town.database)]);
    expect(Object.keys(there)).toEqual(Object.keys(here));
    expect(Object.keys(here).filter((table) => there[table] !== here[table] && !WRITTEN.has(table))).toEqual([]);
    expect(Object.keys(here).length).toBeGreaterThan(70);
  });

  it('tells nobody anything who has no key, and only its maker may read the file', async () => {
    const { file, key } = first;
    const bytes = readFileSync(file);
    expect(bytes.subarray(0, 21).toString()).toBe('age-encryption.org/v1');
    for (const word of ['架空', 'core', 'PGDMP', String(key)]) expect(bytes.includes(word), word).toBe(false);
    for (const each of [file, path.join(town.dataDir, 'backup.keys')]) expect(statSync(each).mode & 0o077, each).toBe(0);
    const strangers = new Backups(folder);
    await expect(strangers.open(file, nowhere())).rejects.toThrow('開ける鍵がありません');
  });

  it('that was changed, cut short or is none puts nothing back', async () => {
    const { file } = first;
    const spoil = {
      changed: (copy: string) => {
        const bytes = readFileSync(copy);
        bytes[bytes.length - 100] = (bytes[bytes.length - 100] ?? 0) ^ 1;
        writeFileSync(copy, bytes);
      },
      cut: (copy: string) => truncateSync(copy, statSync(copy).size - 70_000),
      longer: (copy: string) => appendFileSync(copy, 'x'),
      none: (copy: string) => writeFileSync(copy, 'age-encryption.org/v1\nno'),
    };
    for (const [how, spoiling] of Object.entries(spoil)) {
      const copy = path.join(folder, `${how}.age`);
      copyFileSync(file, copy);
      spoiling(copy);
      let written = 0;
      const into = new Writable({ write: (chunk, _, done) => done(void (written += chunk.length)) });
      await expect(backups.open(copy, into), how).rejects.toThrow('控えが壊れているか');
      expect(written, how).toBe(0);
      const target = await somewhereEmpty();
      await expect(
        restoreDump(kindOf(target), target, (all) => backups.open(copy, all)),
        how,
      ).rejects.toThrow('控えが壊れているか');
      await insistOnEmpty(target);
    }
  });

  it('that holds something else than a database is told by what cannot read it', async () => {
    const id = randomUUID();
    const { file } = await backups.take(id, folder, kindOf({ url: server }), async (use) =>
      use(Readable.from([Buffer.alloc(300_000, 'no')])),
    );
    const target = await somewhereEmpty();
    await expect(restoreDump(kindOf(target), target, (into) => backups.open(file, into))).rejects.toThrow(
      /pg_restore が終わりませんでした|header/,
    );
    await insistOnEmpty(target);
  });

  it('counts for nothing when it could not be written whole', async () => {
    const before = backups.list().length;
    const broken = backups.take(randomUUID(), path.join(folder, 'broken'), 'tar.gz', async () => {
      throw new BackupFault('途中で切れました。');
    });
    await expect(broken).rejects.toThrow('途中で切れました');
    expect(backups.list()).toHaveLength(before);
    expect(readdirSync(path.join(folder, 'broken'))).toEqual([]);
  });

  it('passes for none where its line was cut short, where its file is gone, or where two take one at once', async () => {
    const other = mkdtempSync(path.join(folder, 'keys-'));
    const own = new Backups(other);
    const at = (day: string) => `${day}T03:00:00.000Z`;
    const line = (id: string, day: string) => JSON.stringify({ id, at: at(day), file: path.join(other, id), key: `AGE-SECRET-KEY-${id}` });
    writeFileSync(path.join(other, 'old'), '');
    writeFileSync(path.join(other, 'lost'), '');
    writeFileSync(
      path.join(other, 'backup.keys'),
      [line('old', '2026-08-01'), line('lost', '2026-09-01'), '{"id":"cut","at', ''].join('\n'),
    );
    expect(own.list().map(({ id }) => id)).toEqual(['old', 'lost']);
    expect(own.before('2026-12-01').map(({ id }) => id)).toEqual(['old']);
    rmSync(path.join(other, 'lost'));
    expect(own.before('2026-12-01'), 'what is left is the newest that there is').toEqual([]);
    const lock = own.hold();
    expect(() => new Backups(other).hold()).toThrow('使っています');
    lock.release();
    await own.close();
  });

  it('is never put back over anything', async () => {
    const { file } = first;
    const place = path.join(folder, 'occupied');
    cpSync(town.dataDir, place, { recursive: true });
    const target = { directory: place, ...(urlOf(town.database) ? { url: urlOf(town.database) as string } : {}) };
    await expect(restoreDump(kindOf(target), target, (into) => backups.open(file, into))).rejects.toThrow(/もう(データ|、?表)があります/);
    const other = server ? 'tar.gz' : 'pgdump';
    await expect(restoreDump(other, target, (into) => backups.open(file, into))).rejects.toThrow('の控えです');
  });

  it('brings nobody back in who has left since', async () => {
    const open = async () =>
      (await restored.pool.query('select count(*)::int as n from hub.sign_in where ended_at is null')).rows[0].n as number;
    expect(await open()).toBeGreaterThan(0);
    await closeDoors(restored);
    expect(await open()).toBe(0);
  });
});

describe('what was deleted', () => {
  it('stays deleted where an older copy is put back', async () => {
    const [person] = await town.rows<{ id: string }>(
      `select c.person_id as id from core.support_case c join core.person_identity i using (person_id) order by c.id limit 1`,
    );
    const deletions = new Deletions(town.database, { key: KEY, dataDir: town.dataDir });
    await deletions.carryOut({ class: 'CASE', table: 'core.person', rows: [person?.id ?? ''] });
    const named = async () =>
      (await restored.pool.query('select count(*)::int as n from core.person_identity where person_id = $1', [person?.id])).rows[0].n;
    expect(await named()).toBe(1);
    const again = new Deletions(restored, { key: KEY, dataDir: town.dataDir });
    expect(await again.replay()).toBeGreaterThan(0);
    expect(await named()).toBe(0);
    // Whoever holds an older file than the copy cannot say what is back.
    const elsewhere = new Deletions(restored, { key: KEY, dataDir: folder });
    expect(await again.untold()).toBe(0);
    expect(await elsewhere.untold()).toBeGreaterThan(0);
    await Promise.all([deletions.close(), again.close(), elsewhere.close()]);
  });

  it('ends in the copies too: when their time is over their keys are destroyed, the chain says so, and no copy of a copy opens', async () => {
    const old = first;
    const elsewhere = path.join(folder, `usb-${path.basename(old.file)}`);
    copyFileSync(old.file, elsewhere);
    const newest = await taken();
    const inTwoMonths = new Date(Date.now() + 62 * 86_400_000).toISOString().slice(0, 10);
    expect(await dueBackups(town.database, backups, new Date().toISOString().slice(0, 10))).toEqual([]);
    const due = await dueBackups(town.database, backups, inTwoMonths);
    const ids = due.map(({ id }) => id);
    expect(ids).toContain(old.id);
    expect(ids).not.toContain(newest.id); // it may be all there is
    const deletions = new Deletions(town.database, { key: KEY, dataDir: town.dataDir });
    expect((await endBackups(due, deletions, backups)).join()).toContain('backup.keys の写しも');
    expect(existsSync(old.file)).toBe(false);
    expect(readFileSync(path.join(town.dataDir, 'backup.keys'), 'utf8')).not.toContain(String(old.key));
    await expect(backups.open(elsewhere, nowhere())).rejects.toThrow('開ける鍵がありません');
    copyFileSync(elsewhere, old.file);
    await expect(backups.open(old.file, nowhere())).rejects.toThrow('鍵を捨てました');
    rmSync(old.file);
    await backups.open(newest.file, nowhere());
    const tombs = await town.database.pool.query(`select row_ids from hub.audit_tombstone where class = 'BACKUP'`);
    expect(tombs.rows.flatMap(({ row_ids }) => row_ids)).toContain(old.id);
    await town.sealed();
    expect((await town.verify()).fault).toBeUndefined();
    expect(await dueBackups(town.database, backups, inTwoMonths)).toEqual([]);
    await deletions.close();
  });
});

it('every role of the house is known to whoever puts a copy back on a new server', async () => {
  const { rows } = await town.database.pool.query<{ rolname: string }>(
    `select rolname from pg_roles where rolname like 'hub\\_%' and rolname !~ '^hub_(test|bench)_' order by 1`,
  );
  expect(rows.map(({ rolname }) => rolname)).toEqual([...HOUSE_ROLES].sort());
});

it.each([
  ['postgres://hub:p%40s%3As@db:5432/hub', 'postgres://hub@db:5432/hub?passfile=', 'p@s\\:s'],
  ['postgres://hub:50%@db/hub?sslmode=require', 'postgres://hub@db/hub?sslmode=require&passfile=', '50%'],
  ['postgres:///hub?host=/run/postgresql&user=u&password=geheim', 'postgres:///hub?host=/run/postgresql&user=u&passfile=', 'geheim'],
])('the password of %s stands on no command line', async (url, address, password) => {
  await withAddress(url, folder, async (open) => {
    expect(open.startsWith(address)).toBe(true);
    const passfile = decodeURIComponent(open.slice(address.length));
    expect(readFileSync(passfile, 'utf8')).toBe(`*:*:*:*:${password}\n`);
    expect(statSync(passfile).mode & 0o077).toBe(0);
  });
  expect(existsSync(path.join(folder, 'dump.pass'))).toBe(false);
});

describe('npm run backup and npm run restore', () => {
  const run = (name: string, args: readonly string[], environment: Record<string, string>) =>
    promisify(execFile)(process.execPath, ['scripts/run.mjs', `server/${name}-main.ts`, ...args], {
      env: { PATH: process.env.PATH ?? '', ...environment },
    }).catch((fault: { code: number; stdout: string; stderr: string }) => fault);

  it('take a copy, put it back elsewhere, and let nobody in before that is done', async () => {
    const dataDir = path.join(folder, 'commands');
    mkdirSync(dataDir);
    const place = await openFreshUrl(inject('template'), server, path.join(dataDir, 'postgres'));
    const elsewhere = server ? await emptyDatabase(server) : undefined;
    closers.push(
      () => place.drop(),
      async () => await elsewhere?.drop(),
    );
    const first = { HUB_DATA_DIR: dataDir, ...(place.url ? { DATABASE_URL: place.url } : {}) };
    const made = await run('backup', [], first);
    expect(made.stdout + made.stderr).toContain('終わりまで開けることを確かめました');
    const [file = ''] = new Backups(dataDir).list().map((each) => each.file);
    const onto = { ...first, ...(elsewhere ? { DATABASE_URL: elsewhere.url } : {}) };
    if (!server) rmSync(path.join(dataDir, 'postgres'), { recursive: true });
    // As a machine that broke down on the way would leave it: begun, and nothing there yet.
    new Restoring(dataDir).begin({ file, reason: '機械の故障' });
    expect(() => insistOnRestored(dataDir)).toThrow('戻している途中');
    expect(await run('restore', [file, '--reason', '機械の故障'], onto)).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('audit.deletions'),
    });
    writeFileSync(path.join(dataDir, 'audit.deletions'), '');
    const back = await run('restore', [file, '--reason', '機械の故障'], onto);
    expect(back.stderr).toBe('');
    expect(back.stdout).toContain('戻しました');
    expect(back.stdout).toContain('同意の撤回・保護の登録');
    expect(back.stdout).toContain('機械の故障');
    expect(() => insistOnRestored(dataDir)).not.toThrow();
    // And as it would leave it when the data was back, and nothing else done.
    new Restoring(dataDir).begin({ file, reason: '機械の故障' });
    const again = await run('restore', [file, '--reason', '停電'], onto);
    expect(again.stderr).toBe('');
    expect(again.stdout).toContain('前に戻したところから続けます');
    expect(again.stdout).toContain('停電');
    expect(() => insistOnRestored(dataDir)).not.toThrow();
    expect(readdirSync(dataDir).filter((name) => /^dump|restoring/.test(name))).toEqual([]);
  });
});
