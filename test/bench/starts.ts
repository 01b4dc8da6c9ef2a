import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { unpinned } from './server-process';

/** Seconds from the command to the first answer. */
export interface Starts {
  readonly bare: number;
  readonly warm: number;
  readonly postgres?: number;
}

/** Starts the product as people do, `node scripts/start.mjs`: on an empty directory, again on the same, and on a sown PostgreSQL. */
export async function measureStarts(databaseUrl: string | undefined): Promise<Starts> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'hub-bench-'));
  try {
    await start({ HUB_DATA_DIR: path.join(folder, 'first') }); // whatever has to be built is built now
    const bare = await start({ HUB_DATA_DIR: path.join(folder, 'bare') });
    const warm = await start({ HUB_DATA_DIR: path.join(folder, 'bare') });
    const postgres = databaseUrl && (await start({ HUB_DATA_DIR: path.join(folder, 'postgres'), DATABASE_URL: databaseUrl }));
    return { bare, warm, ...(postgres ? { postgres } : {}) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function start(settings: Record<string, string>): Promise<number> {
  const { DATABASE_URL: _, NODE_ENV: __, ...rest } = process.env;
  const started = performance.now();
  const [command = '', ...words] = unpinned([process.execPath, 'scripts/start.mjs']);
  const child = spawn(command, words, {
    env: { ...rest, PORT: '0', ...settings },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<never>((_, failed) =>
    child.once('exit', (code) => failed(new Error(`the hub ended (${code}) before it answered`))),
  );
  ended.catch(() => undefined);
  const address = new Promise<string>((done) => {
    let said = '';
    child.stdout.on('data', (piece) => {
      said += String(piece);
      const found = /http:\/\/localhost:\d+/.exec(said);
      if (found) done(found[0]);
    });
  });
  try {
    const { status } = await fetch(`${await Promise.race([address, ended])}/health`);
    if (status !== 200) throw new Error(`the hub answers ${status}`);
    return (performance.now() - started) / 1000;
  } finally {
    const gone = new Promise((done) => child.once('exit', done));
    if (child.exitCode === null) {
      child.kill('SIGTERM');
      await Promise.race([gone, pause(15_000, undefined, { ref: false })]);
    }
  }
}
