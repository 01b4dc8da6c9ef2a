import { setTimeout as nap } from 'node:timers/promises';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Viewer } from '#server/access/viewer';
import { asSystem, asViewer, type Tx } from '#server/database/as-viewer';
import type { Database } from '#server/database/source';
import { readTogether, type Statement, Unit } from '#server/database/unit';
import { openTown } from '#test/kit/template';

/** What a statement may take here: long enough for any but the endless one. */
const LIMIT_MS = 2_000;

let database: Database;
beforeAll(async () => {
  database = await openTown(inject('template'), inject('databaseUrl') ?? undefined, { limitMs: LIMIT_MS });
});
afterAll(() => database?.close());

const worker: Viewer = { audience: 'staff', actor: 'staff:first', roles: ['facilitator'], teams: ['elderly-care'], sessions: [] };
const next: Viewer = { ...worker, actor: 'staff:second', teams: ['children'] };
const says = (text: string): Statement => ({ text, values: [] });
const whoAmI = says(`select json_build_object('role', current_user, 'actor', hub.viewer() ->> 'actor')::text as json`);
const wrong = says('select 1 / 0 as json');
const endless = says('select pg_sleep(30)::text as json');

/** The client that the next piece of work is given. */
const nextClient = () => new Promise<pg.PoolClient>((found) => database.pool.once('acquire', found));
const cutOff = (client: pg.PoolClient) =>
  void (client as unknown as { connection: { stream: { destroy(): void } } }).connection.stream.destroy();
/** From now on this client's statement `lost` fails on the way, while the connection stays. */
const losing = (lost: string, client: pg.PoolClient) => {
  const query = client.query as (...sent: unknown[]) => unknown;
  client.query = ((...sent: unknown[]) =>
    sent[0] === lost ? Promise.reject(new Error('lost')) : query.apply(client, sent)) as typeof client.query;
};
const heard: string[] = [];
const begun = (work: (tx: Tx) => Promise<unknown>) =>
  asViewer(database, worker, async (tx) => {
    tx.afterCommit(() => heard.push('left'));
    await tx.query(`insert into hub.idempotency (actor, key, fingerprint) values ('staff:first', 'left', '')`);
    return work(tx);
  });
const inUnit = async (work: (unit: Unit) => Promise<unknown>) => {
  const unit = new Unit(database, worker);
  return unit
    .json(whoAmI)
    .then(() => work(unit))
    .finally(() => unit.close());
};

/** What may befall somebody in the middle of their work. */
const mishaps: readonly (readonly [what: string, befall: () => Promise<unknown>])[] = [
  ['a change that throws', () => begun(async () => Promise.reject(new Error('no')))],
  ['a statement that fails', () => begun((tx) => tx.query(wrong.text))],
  ['a failed statement that is passed over', () => begun((tx) => tx.query(wrong.text).catch(() => undefined))],
  [
    'a rollback that is lost',
    () => begun(async (tx) => (losing('rollback', await tx.manager.queryRunner?.connect()), tx.query(wrong.text))),
  ],
  ['a client cut off', async () => begun(async (tx) => (cutOff(await tx.manager.queryRunner?.connect()), tx.query('select 1')))],
  ['a statement over its time', () => begun((tx) => tx.query(endless.text))],
  [
    'a commit that is refused',
    () => begun((tx) => tx.query('update core.session set front_item_id = gen_random_uuid() where not restricted')),
  ],
  ['a house transaction that fails', () => asSystem(database, 'hub_system', (query) => query(wrong.text))],
  ['a reading that fails', () => inUnit((unit) => unit.json(wrong))],
  ['a reading over its time', () => inUnit((unit) => unit.json(endless))],
  ['a reading cut off', async () => Promise.all([nextClient().then(cutOff), inUnit((unit) => unit.json(whoAmI))])],
  ['a reading whose unit is closed under it', () => inUnit(async (unit) => (await unit.close(), unit.json(whoAmI)))],
  ['readings together of which one fails', () => readTogether(database, worker, [whoAmI, wrong, whoAmI])],
  ['readings together over their time', () => readTogether(database, worker, [whoAmI, endless])],
  ['readings together cut off', async () => Promise.all([nextClient().then(cutOff), readTogether(database, worker, [whoAmI, whoAmI])])],
  [
    'the end of the server process',
    () => begun((tx) => (database.embedded ? database.embedded.restart() : tx.query('select pg_terminate_backend(pg_backend_pid())'))),
  ],
];

/** Everybody whom the pool would hand on: the login itself, without claims, outside of any transaction. */
async function passedOn() {
  const clients = await Promise.all(Array.from({ length: database.kind === 'embedded' ? 1 : 10 }, () => database.pool.connect()));
  try {
    return await Promise.all(
      clients.map(async (client) => {
        const { rows } = await client.query(
          `select current_user = session_user as login, coalesce(current_setting('hub.viewer', true), '') as claims, current_setting('transaction_read_only') as "readOnly"`,
        );
        return { ...rows[0], status: client.getTransactionStatus() };
      }),
    );
  } finally {
    for (const client of clients) client.release();
  }
}

const nobody = { login: true, claims: '', readOnly: 'off', status: 'I' };

describe('whatever befalls somebody', () => {
  it.each(mishaps)('%s: it fails, leaves nothing, and whoever comes next is themselves', async (_what, befall) => {
    heard.length = 0;
    await expect(befall()).rejects.toThrow();
    expect(heard).toEqual([]);
    for (const client of await passedOn()) expect(client).toEqual(nobody);
    const [left] = await asViewer(database, worker, (tx) =>
      tx.query(`select count(*)::int as count from hub.idempotency where key = 'left'`),
    );
    expect(left).toEqual({ count: 0 });
    const own = { role: 'hub_staff', actor: 'staff:second' };
    const [read] = await readTogether(database, next, [whoAmI]);
    expect(JSON.parse(read ?? '')).toEqual(own);
    const unit = new Unit(database, next);
    expect(JSON.parse((await unit.json(whoAmI)) ?? '')).toEqual(own);
    await unit.close();
    const [changed] = await asViewer(database, next, (tx) => tx.query(whoAmI.text));
    expect(JSON.parse(String(changed?.json))).toEqual(own);
  });

  it('a transaction that was begun within and forgotten ends with the one around it', async () => {
    await asViewer(database, worker, async (tx) => tx.manager.queryRunner?.startTransaction());
    for (const client of await passedOn()) expect(client).toEqual(nobody);
  });

  it('a statement that fails leaves the others of its unit whole', async () => {
    const unit = new Unit(database, worker);
    const [first, failed, last] = await Promise.allSettled([unit.json(whoAmI), unit.json(wrong), unit.json(whoAmI)]);
    await unit.close();
    expect([first.status, failed.status, last.status]).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  });

  it('what the hub vouches for one statement is forgotten in the next', async () => {
    const unit = new Unit(database, worker);
    const vouched = says('select array_to_json(hub.cases())::text as json');
    const shared = '0a1b2c3d-0000-4000-8000-0123456789ab';
    expect(await unit.json(vouched, { [shared]: ['note'] })).toBe(`["${shared}"]`);
    expect(await unit.json(vouched)).toBe('[]');
    await expect(unit.json(wrong, { [shared]: ['note'] })).rejects.toThrow();
    expect(await unit.json(vouched)).toBe('[]');
    await unit.close();
  });

  it('nothing is written in a unit of reading', async () => {
    const unit = new Unit(database, worker);
    await expect(
      unit.json(says(`insert into hub.change_audit (actor, action, subject_type) values ('staff:first', 'x', 'y') returning '1' as json`)),
    ).rejects.toThrow('read-only');
    await unit.close();
  });
});

describe('a transaction inside a transaction', () => {
  const inner: readonly (readonly [string, () => Promise<unknown>])[] = [
    ['as a viewer', () => asViewer(database, next, async () => 1)],
    ['of the house', () => asSystem(database, 'hub_system', async () => 1)],
    ['for reading together', () => readTogether(database, next, [whoAmI])],
    ['for a unit of reading', () => new Unit(database, next).json(whoAmI)],
  ];
  it.each(inner)('%s is refused at once and does not hang', async (_what, open) => {
    const started = performance.now();
    const outer = asViewer(database, worker, async (tx) => {
      await tx.query('select 1');
      await nap(1);
      return open();
    });
    await expect(outer).rejects.toThrow('a transaction inside a transaction');
    expect(performance.now() - started).toBeLessThan(2_000);
  });

  it('is not what follows one, or what runs beside one', async () => {
    const beside = asViewer(database, worker, async (tx) => (await nap(20), tx.query('select 1')));
    await asViewer(database, next, async (tx) => tx.query('select 1'));
    await beside;
    await asSystem(database, 'hub_system', async (query) => query('select 1'));
  });
});

describe('what is to happen after a commit', () => {
  it('happens in order, and not after any of the mishaps above', async () => {
    const order: string[] = [];
    await asViewer(database, worker, async (tx) => {
      tx.afterCommit(() => order.push('first'));
      await tx.query('select 1');
      tx.afterCommit(() => order.push('second'));
      order.push('work');
    });
    expect(order).toEqual(['work', 'first', 'second']);
  });
});
