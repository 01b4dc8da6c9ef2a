import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { openTown } from '#test/kit/template';
import type { Database } from './source';
import { gatherStatistics, tendTables } from './upkeep';

let database: Database;
beforeAll(async () => {
  database = await openTown(inject('template'), inject('databaseUrl') ?? undefined);
});
afterAll(() => database?.close());

const one = async (sql: string) => Number((await database.pool.query<{ n: unknown }>(`select (${sql}) as n`)).rows[0]?.n);
const size = () => one(`pg_relation_size('hub.fact')`);
/** Rewrites one row again and again: each time leaves a row that nobody sees any more. */
const wear = () =>
  database.pool.query(`do $$ begin for n in 1 .. 3000 loop update hub.fact set value = value where key = 'seed'; end loop; end $$`);

it('the planner knows what a city holds from its first day on', async () => {
  expect(await one(`select count(*) from pg_statistic where starelid = 'core.person'::regclass`)).toBeGreaterThan(3);
  expect(await one(`select reltuples from pg_class where oid = 'core.person'::regclass`)).toBeGreaterThan(2_000);
});

it('a table whose rows are replaced again and again does not grow for ever on the embedded database', async () => {
  await wear();
  await tendTables(database);
  const before = await size();
  for (let turn = 0; turn < 3; turn += 1) {
    await wear();
    await tendTables(database);
  }
  const isServer = database.kind === 'postgres'; // there it is autovacuum's, when it comes to it
  expect(await size()).toBeLessThanOrEqual(isServer ? Number.POSITIVE_INFINITY : before);
});

it('neither leaves its patience to whoever comes next', async () => {
  const limit = async () => (await database.pool.query('show statement_timeout')).rows[0].statement_timeout as string;
  const usual = await limit();
  await gatherStatistics(database);
  await tendTables(database);
  expect(usual).not.toBe('0');
  expect(await limit()).toBe(usual);
});
