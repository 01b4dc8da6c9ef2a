#!/usr/bin/env node
// npm start: builds what is missing or older than its sources, then opens the house from the built files.
import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { stopWithNpm } from './stop-with-npm.mjs';

stopWithNpm();
const root = fileURLToPath(new URL('..', import.meta.url));
process.chdir(root);

/** Newest change below some paths. */
function newest(paths) {
  let latest = 0;
  for (const each of paths) {
    const found = statSync(each, { throwIfNoEntry: false });
    if (!found) continue;
    latest = Math.max(latest, found.isDirectory() ? newest(readdirSync(each).map((name) => path.join(each, name))) : found.mtimeMs);
  }
  return latest;
}

const isStale = (built, sources) =>
  !existsSync(built) || statSync(built).mtimeMs < newest(['package-lock.json', 'vite.config.ts', ...sources]);

async function build(label, built, sources, ssr) {
  if (!isStale(built, sources)) return;
  process.stdout.write(`${label}をつくっています…\n`);
  const { NODE_ENV } = process.env; // Vite sets it while it builds; whether the hub runs in production is not Vite's to say
  const { build } = await import('vite');
  await build({ logLevel: 'warn', ...(ssr ? { build: { ssr: 'server/main.ts' } } : {}) });
  if (NODE_ENV === undefined) delete process.env.NODE_ENV;
  else process.env.NODE_ENV = NODE_ENV;
}

await build('画面', 'dist/client/index.html', ['client'], false);
await build('サーバー', 'dist/server/main.js', ['server', 'seeds'], true);
await import(new URL('../dist/server/main.js', import.meta.url).href);
