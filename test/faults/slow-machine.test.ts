import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, expect, inject, it, vi } from 'vitest';
import { type Database, openDatabase } from '#server/database/source';
import { log } from '#server/kernel/log';
import { openFreshUrl, openOptions } from '#test/kit/template';

const place = mkdtempSync(path.join(os.tmpdir(), 'hub-slow-'));
afterAll(() => rmSync(place, { recursive: true, force: true }));

it('a machine on which nothing is done within its limit opens existing data all the same, and its limit holds from then on', {
  timeout: 120_000,
}, async () => {
  vi.spyOn(log, 'warn').mockImplementation(() => undefined);
  const directory = path.join(place, 'postgres');
  const { url, drop } = await openFreshUrl(inject('template'), undefined, directory);
  expect(url).toBeUndefined();
  const slowly = async ({ pool }: Pick<Database, 'pool'>) => (await pool.query('select pg_sleep(1)')).rowCount;
  let prepared: number | null = 0;
  const database = await openDatabase({
    directory,
    ...openOptions,
    limitMs: 50,
    prepare: async (opening) => {
      prepared = await slowly(opening);
    },
  });
  try {
    expect(prepared).toBe(1);
    await expect(slowly(database)).rejects.toMatchObject({ code: '57014' });
  } finally {
    await database.close();
    await drop();
  }
});
