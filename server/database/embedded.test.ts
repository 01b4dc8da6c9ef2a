import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { log } from '#server/kernel/log';
import { type Embedded, type EmbeddedOptions, openEmbedded } from './embedded';

const heavy = 'select count(*) from generate_series(1, 10000000000)';
const folder = mkdtempSync(join(tmpdir(), 'embedded-'));
const template = join(folder, 'template.tar');

beforeAll(async () => {
  const first = await openEmbedded({ directory: 'memory://' });
  const pool = poolOf(first);
  await pool.query(`
    create table note (id int primary key, body text not null);
    insert into note select n, 'メモ' || n from generate_series(1, 1000) n;
    create role reader; grant select on note to reader`);
  await pool.end();
  await first.dumpTo(template);
  await first.close();
}, 60_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

let database: Embedded | undefined;
async function open(options: Partial<EmbeddedOptions> = {}): Promise<Embedded> {
  database = await openEmbedded({ directory: 'memory://', template, ...options });
  return database;
}
beforeEach(() => {
  vi.spyOn(log, 'warn').mockImplementation(() => {});
});
afterEach(async () => {
  await database?.close();
  vi.restoreAllMocks();
});

function poolOf(embedded: Embedded, options: pg.PoolConfig = {}): pg.Pool {
  const pool = new pg.Pool({ Client: embedded.Client, verify: embedded.verify, max: 1, ...options });
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  return pool;
}

describe.each([{ pipeline: false }, { pipeline: true }])('an embedded database, spoken to by pg ($pipeline)', (mode) => {
  let embedded: Embedded;
  let pool: pg.Pool;
  beforeAll(async () => {
    embedded = await openEmbedded({ directory: 'memory://', template });
    pool = poolOf(embedded, mode);
  });
  afterAll(() => embedded?.close());

  it('answers values, errors and notices as a server does', async () => {
    const client = await pool.connect();
    const notices: (string | undefined)[] = [];
    client.on('notice', ({ message }) => notices.push(message));

    const { rows } = await client.query('select $1::int + 1 as sum, 9007199254740993::bigint as big, $2::text as text, null as none', [
      41,
      '山梨市',
    ]);
    expect(rows).toEqual([{ sum: 42, big: '9007199254740993', text: '山梨市', none: null }]);
    await expect(client.query('select 1 / $1::int', [0])).rejects.toMatchObject({ code: '22012', severity: 'ERROR' });
    await expect(client.query('insert into note values (1, $1)', ['二つめ'])).rejects.toMatchObject({
      code: '23505',
      table: 'note',
      constraint: 'note_pkey',
    });
    await client.query('drop table if exists nothing');
    expect(notices).toEqual(['table "nothing" does not exist, skipping']);
    client.release();
  });

  it('keeps every answer with its question', async () => {
    const ask = async (id: number) =>
      (await pool.query({ name: 'note', text: 'select body from note where id = $1', values: [id] })).rows[0].body;
    const ids = Array.from({ length: 100 }, (_, index) => index + 1);
    expect(await Promise.all(ids.map(ask))).toEqual(ids.map((id) => `メモ${id}`));
  });

  it('carries an answer of several megabytes', async () => {
    const { rows } = await pool.query("select n, repeat('山', 1000) as text from generate_series(1, 2000) n");
    expect(rows.length).toBe(2000);
    expect(rows.every(({ text }) => text.length === 1000)).toBe(true);
  });
});

describe('the session of an embedded database', () => {
  it('starts clean after a client that was destroyed in the middle of a transaction', async () => {
    const pool = poolOf(await open(), { verify: undefined });
    const client = await pool.connect();
    await client.query("begin; set local role reader; set application_name = 'first'; create temp table mine (id int)").catch(() => {});
    client.release(true);
    const { rows } = await pool.query(
      "select current_user, current_setting('application_name') as name, pg_catalog.to_regclass('mine') as mine",
    );
    expect(rows).toEqual([{ current_user: 'postgres', name: '', mine: null }]);
    await expect(pool.query('savepoint none')).rejects.toMatchObject({ code: '25P01' });
  });

  it('starts clean after a client that died between a failed message and its sync', async () => {
    const embedded = await open();
    const client = new embedded.Client();
    client.on('error', () => {});
    await client.connect();
    const { connection } = client as unknown as { connection: pg.Connection };
    connection.parse({ name: '', text: 'select no such thing', types: [] }, true);
    connection.flush();
    connection.stream.destroy();
    expect((await poolOf(embedded).query('select 1 as one')).rows).toEqual([{ one: 1 }]);
  });

  it('is given to one client at a time', async () => {
    const embedded = await open();
    const [first, second] = [new embedded.Client(), new embedded.Client()];
    await first.connect();
    await first.query('begin; create table draft (id int)');
    const waiting = second.connect().then(() => second.query("select to_regclass('draft') as draft"));
    await first.query('insert into draft values (1)');
    await first.end();
    expect((await waiting).rows).toEqual([{ draft: null }]);
    await second.end();
  });

  it('lets a client stop waiting', async () => {
    const embedded = await open();
    const [first, second] = [new embedded.Client(), new embedded.Client({ connectionTimeoutMillis: 50 })];
    await first.connect();
    await expect(second.connect()).rejects.toThrow('timeout expired');
    expect((await first.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
    await first.end();
  });
});

describe('a heavy statement in an embedded database', () => {
  it('leaves the main thread free and fails at its limit; the next statement works', async () => {
    const pool = poolOf(await open({ statementTimeoutMs: 1_000 }));
    let ticks = 0;
    const ticking = setInterval(() => {
      ticks += 1;
    }, 5);
    await expect(pool.query(heavy)).rejects.toMatchObject({ code: '57014' });
    expect((await pool.query('select count(*)::int as notes from note')).rows).toEqual([{ notes: 1000 }]);
    clearInterval(ticking);
    expect(ticks).toBeGreaterThan(10); // about two hundred on a quiet machine; none at all were it on the main thread
  });

  it('fails with all that was sent behind it, and with nothing that was answered before', async () => {
    const pool = poolOf(await open({ statementTimeoutMs: 1_500 }), { pipeline: true });
    const client = await pool.connect();
    const sent = await Promise.allSettled(['select 1', heavy, 'select 2'].map((text) => client.query(text)));
    expect(sent.map((step) => (step.status === 'fulfilled' ? step.value.rowCount : step.reason.code))).toEqual([1, '57014', '57014']);
    client.release();
    expect((await pool.query('select 3 as three')).rows).toEqual([{ three: 3 }]);
  });

  it('may take as long as statement_timeout says, until the transaction ends', async () => {
    const pool = poolOf(await open({ statementTimeoutMs: 1_500 }));
    const slow = 'select pg_sleep(2.5)';
    const client = await pool.connect();
    await client.query("begin; set local statement_timeout = '1min'");
    expect((await client.query(slow)).rowCount).toBe(1);
    await client.query('commit');
    expect((await client.query('show statement_timeout')).rows).toEqual([{ statement_timeout: '1500ms' }]);
    await client.query('set statement_timeout = 0');
    expect((await client.query(slow)).rowCount).toBe(1);
    await client.query('reset statement_timeout');
    await expect(client.query(slow)).rejects.toMatchObject({ code: '57014' });
    client.release();
  }, 30_000);

  it('has no limit while the database is opened with patience, and has one from then on', async () => {
    const embedded = await open({ statementTimeoutMs: 300, patient: true });
    const pool = poolOf(embedded);
    expect((await pool.query('select pg_sleep(1)')).rowCount).toBe(1);
    embedded.hurry();
    await expect(pool.query('select pg_sleep(1)')).rejects.toMatchObject({ code: '57014' });
  });

  it('is the only thing that a limit stops: sessions open and end under the smallest, on a new engine too', async () => {
    const embedded = await open({ statementTimeoutMs: 1 });
    const visit = async () => {
      const client = new embedded.Client();
      client.on('error', () => {});
      await client.connect();
      return client;
    };
    for (let life = 0; life < 2; life += 1) {
      const client = await visit();
      await expect(client.query(heavy)).rejects.toMatchObject({ code: '57014' });
      await (await visit()).end();
    }
    expect(log.warn).toHaveBeenCalledTimes(2);
  });

  it('is stopped by a restart', async () => {
    const embedded = await open();
    const pool = poolOf(embedded);
    const running = expect(pool.query(heavy)).rejects.toMatchObject({ code: '57014' });
    setTimeout(() => void embedded.restart(), 100);
    await running;
    expect((await pool.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
  });
});

it('keeps what was committed, and nothing else, when a statement on disk is stopped', async () => {
  const directory = join(folder, 'data', 'postgres');
  const pool = poolOf(await open({ directory, statementTimeoutMs: 1_500 }));
  for (let id = 2001; id <= 2200; id += 1) await pool.query('insert into note values ($1, $2)', [id, '残る']);
  const client = await pool.connect();
  await client.query("begin; insert into note values (3000, '消える')");
  await expect(client.query(heavy)).rejects.toMatchObject({ code: '57014' });
  client.release();
  expect((await pool.query('select count(*)::int as notes, max(id) as last from note')).rows).toEqual([{ notes: 1200, last: 2200 }]);
}, 30_000);

describe('an embedded database that ends', () => {
  it('replaces an idle client after a restart', async () => {
    const embedded = await open();
    const pool = poolOf(embedded);
    await pool.query('select 1');
    const lost = new Promise((resolve) => pool.once('error', resolve));
    await embedded.restart();
    expect(await lost).toMatchObject({ code: '57P01' });
    expect((await pool.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
  });

  it('opens again after a statement that ends the engine', async () => {
    const pool = poolOf(await open());
    await expect(pool.query('copy note from stdin')).rejects.toMatchObject({ code: '57P02' });
    expect(log.warn).toHaveBeenCalledExactlyOnceWith('the embedded database is opened again', expect.objectContaining({ code: '57P02' }));
    expect((await pool.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
  });

  it('dismisses its clients when it is closed, and takes no more', async () => {
    const embedded = await open();
    const pool = poolOf(embedded);
    const client = await pool.connect();
    const running = expect(client.query('select pg_sleep(0.2)')).rejects.toMatchObject({ code: '57P01' });
    await embedded.close();
    await running;
    client.release();
    await expect(pool.query('select 1')).rejects.toMatchObject({ code: '57P01' });
  });

  it('waits for a running statement no longer than its limit when it is closed', async () => {
    const embedded = await open({ statementTimeoutMs: 1_500 });
    const client = await poolOf(embedded).connect();
    const running = expect(client.query(heavy)).rejects.toMatchObject({ code: '57P01' });
    const began = performance.now();
    await embedded.close();
    expect(performance.now() - began).toBeGreaterThan(250);
    await running;
    expect(log.warn).not.toHaveBeenCalled();
  });

  it('writes no template while a transaction is open', async () => {
    const embedded = await open();
    const client = new embedded.Client();
    await client.connect();
    await client.query('begin');
    await expect(embedded.dumpTo(join(folder, 'never.tar'))).rejects.toThrow('a transaction is open');
    await client.end();
  });
});
