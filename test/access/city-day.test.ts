import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { CITY_ZONE, today } from '#server/kernel/clock';
import { houseFiles } from '#test/checks/house-files';
import { aTown, type Town } from '#test/kit/a-town';

let town: Town;
beforeAll(async () => {
  town = await aTown();
});
afterAll(() => town?.close());

/** Far in the west it is yesterday until nine in the evening here, far in the east tomorrow from seven on: at any hour one of them is on another day. */
const zones = ['Etc/GMT+12', 'Etc/GMT-14'] as const;

/** Puts the database server elsewhere: whoever connects from now on finds its clock there. */
async function moveServer(zone: string): Promise<void> {
  const { pool, kind } = town.database;
  if (kind === 'embedded') return void (await pool.query(`set timezone to '${zone}'`));
  await pool.query(`do $$ begin execute format('alter database %I set timezone to %L', current_database(), '${zone}'); end $$`);
  await pool.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()');
  await pool.query('select pg_terminate_backend(pg_backend_pid())').catch(() => undefined);
  const place = async () => (await pool.query<{ zone: string }>(`select current_setting('timezone') as zone`)).rows[0]?.zone;
  for (let connection = 0; connection < 3; connection += 1)
    await vi.waitFor(async () => expect(await place()).toBe(zone), { timeout: 10_000 });
}

const dayFromNow = (days: number) => today(new Date(Date.now() + days * 86_400_000));
const employ = (from: string, until: string | null) =>
  town.rows(`update core.staff set active_from = $1, active_until = $2 where id = $3`, [
    from,
    until,
    town.viewer('council').actor.slice('staff:'.length),
  ]);
const signsIn = () =>
  town.as('council').then(
    () => true,
    () => false,
  );

describe.each(zones)('with its server in %s', (zone) => {
  beforeAll(() => moveServer(zone));

  it('the database knows what day it is in the city', async () => {
    const ask = async () => [today(), (await town.rows<{ day: string }>('select hub.today()::text as day'))[0]?.day, today()];
    const [before, answered, after] = await ask();
    expect([before, after]).toContain(answered);
    const [row] = await town.rows<{ zone: string }>(`select current_setting('timezone') as zone`);
    expect(row?.zone, 'the server has moved, or this proves nothing').toBe(zone);
  });

  it('people work from their first day to their last by the city’s calendar', async () => {
    await employ(dayFromNow(0), dayFromNow(0));
    expect(await signsIn()).toBe(true);
    await employ(dayFromNow(1), null);
    expect(await signsIn()).toBe(false);
    await employ(dayFromNow(-9), dayFromNow(-1));
    expect(await signsIn()).toBe(false);
  });
});

describe('no statement asks the server what day it is', () => {
  const asks = /\b(current_date|localtimestamp)\b|\b(now\(\)|current_timestamp)\s*::\s*date\b/i;

  it('in any source file but where the answer is put into the city', async () => {
    const files = (await houseFiles(process.cwd())).filter(
      (file) => /^(server|seeds)\/.*\.(ts|sql)$/.test(file) && !file.endsWith('.test.ts'),
    );
    expect(files.length).toBeGreaterThan(200);
    expect(files.filter((file) => asks.test(readFileSync(path.resolve(file), 'utf8')))).toEqual([]);
  });

  it.each(['s.active_from <= current_date', 'until > now()::date', 'held_on = CURRENT_TIMESTAMP :: date'])(
    'and would not let pass: %s',
    (sql) => expect(sql).toMatch(asks),
  );

  it('and that place names the city’s zone', () => {
    expect(readFileSync('server/database/migrations/0001-ground.sql', 'utf8')).toContain(`(now() at time zone '${CITY_ZONE}')::date`);
  });
});
