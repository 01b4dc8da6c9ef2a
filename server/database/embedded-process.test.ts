import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { build } from 'vite';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openEmbedded } from './embedded';

/** Writes pairs of rows in transactions of their own and says each number after its commit, until it is killed. */
const writer = `
import { openEmbedded } from ${JSON.stringify(fileURLToPath(new URL('./embedded.ts', import.meta.url)))};
const embedded = await openEmbedded({ directory: process.argv[2] }).catch((fault) => {
  console.log(fault.message);
  process.exit(1);
});
const client = new embedded.Client();
await client.connect();
await client.query('create table if not exists pair (number int, half int, filler text)');
const { rows: [{ next }] } = await client.query('select coalesce(max(number), 0) + 1 as next from pair');
for (let number = next; ; number += 1) {
  await client.query('begin');
  for (const half of [1, 2]) await client.query('insert into pair values ($1, $2, repeat(md5($1::int::text), 30))', [number, half]);
  await client.query('commit');
  console.log(number);
}`;

const root = fileURLToPath(new URL('../..', import.meta.url));
mkdirSync(join(root, '.cache'), { recursive: true });
const folder = mkdtempSync(join(root, '.cache', 'embedded-')); // inside the project: a bundle finds its packages from where it lies
const directory = join(folder, 'data', 'postgres');
const bundle = join(folder, 'dist', 'writer.js');

/** The server is shipped as such a bundle; the thread must start from it as it does from the sources. */
beforeAll(async () => {
  const entry = join(folder, 'writer.mjs');
  writeFileSync(entry, writer);
  await build({ root, configFile: false, logLevel: 'silent', build: { ssr: entry, outDir: join(folder, 'dist'), target: 'node20' } });
}, 60_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function start(): { child: ChildProcess; lines: AsyncIterator<string> } {
  const child = spawn(process.execPath, [bundle, directory], { stdio: ['ignore', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout as NonNullable<ChildProcess['stdout']> })[Symbol.asyncIterator]();
  return { child, lines };
}

/** Kills the writer outright after some commits; answers the last number that it acknowledged. */
async function writeAndKill(commits: number): Promise<number> {
  const { child, lines } = start();
  let last = 0;
  for (let seen = 0; seen < commits; seen += 1) last = Number((await lines.next()).value);
  const exit = once(child, 'exit');
  child.kill('SIGKILL');
  await exit;
  for (let line = await lines.next(); !line.done; line = await lines.next()) last = Number(line.value);
  return last;
}

it('keeps every acknowledged commit, and none by half, when its process is killed', { timeout: 240_000 }, async () => {
  for (const commits of [3, 40, 150]) {
    const acknowledged = await writeAndKill(commits);
    const embedded = await openEmbedded({ directory });
    const client = new embedded.Client();
    await client.connect();
    const { rows } = await client.query<{ number: number; halves: number }>(
      'select number, count(*)::int as halves from pair group by number order by number',
    );
    await client.end();
    await embedded.close();
    expect(acknowledged).toBeGreaterThanOrEqual(commits);
    expect(rows.length).toBeGreaterThanOrEqual(acknowledged);
    expect(rows.every(({ number, halves }, index) => number === index + 1 && halves === 2)).toBe(true);
  }
});

it('refuses a second process, and names the first', { timeout: 240_000 }, async () => {
  const { child, lines } = start();
  await lines.next();
  const second = start();
  expect((await second.lines.next()).value).toContain(`プロセス番号 ${child.pid}`);
  await expect(openEmbedded({ directory })).rejects.toMatchObject({ pid: child.pid });
  const exit = once(child, 'exit');
  child.kill('SIGKILL');
  await exit;
});

it('makes nothing that looks like a database when its process is killed while making it', { timeout: 240_000 }, async () => {
  const fresh = join(folder, 'fresh', 'postgres');
  const child = spawn(process.execPath, [bundle, fresh], { stdio: 'ignore' });
  while (!existsSync(join(`${fresh}.new`, 'PG_VERSION'))) await new Promise((resolve) => setTimeout(resolve, 2));
  const exit = once(child, 'exit');
  child.kill('SIGKILL');
  await exit;
  expect(existsSync(fresh)).toBe(false);

  const embedded = await openEmbedded({ directory: fresh });
  const pool = new pg.Pool({ Client: embedded.Client, verify: embedded.verify, max: 1 });
  expect((await pool.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
  await pool.end();
  await embedded.close();
  expect(readdirSync(join(folder, 'fresh'))).toEqual(['postgres']);
});
