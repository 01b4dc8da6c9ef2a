import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import type { HubOptions } from '#server/hub/hub';
import { Pages } from '#server/hub/pages';

const CACHE = path.resolve('node_modules/.cache/hub-pages');
const MOST_KEPT = 2;
/** What the pages are made from. */
const SOURCES = ['client', 'vite.config.ts', 'package-lock.json', 'test/kit/pages-for-tests.ts'];

/** The pages as they ship, and the folder that holds them. */
export interface BuiltPages {
  readonly pages: HubOptions['pages'];
  readonly directory: string;
}

/** Builds the pages for the browser tests, once for as long as their sources stay the same; nothing needs to be built beforehand. */
export async function builtPages(): Promise<BuiltPages> {
  const directory = path.join(CACHE, hashOf(SOURCES));
  if (!existsSync(directory)) await build(directory);
  const pages = new Pages(directory);
  return { pages: (request, response, pathname) => pages.serve(request, response, pathname), directory };
}

/** Under a name of its own first: what stands in `directory` is always whole. */
async function build(directory: string): Promise<void> {
  mkdirSync(CACHE, { recursive: true });
  const draft = `${directory}.${process.pid}`;
  const vite = ['node_modules/vite/bin/vite.js', 'build', '--outDir', draft, '--emptyOutDir', '--logLevel', 'error'];
  // As they ship: under the tests' own NODE_ENV the pages would hold React for developers.
  await promisify(execFile)(process.execPath, vite, { env: { ...process.env, NODE_ENV: 'production' } });
  if (existsSync(directory)) rmSync(draft, { recursive: true });
  else renameSync(draft, directory);
  forgetOld();
}

/** Keeps the newest few: another run may be serving its own. */
function forgetOld(): void {
  const made = (name: string) => statSync(path.join(CACHE, name)).mtimeMs;
  const oldestLast = readdirSync(CACHE).sort((a, b) => made(b) - made(a));
  for (const name of oldestLast.slice(MOST_KEPT)) rmSync(path.join(CACHE, name), { recursive: true, force: true });
}

function hashOf(paths: readonly string[]): string {
  const hash = createHash('sha256');
  const add = (each: string) => {
    if (statSync(each).isDirectory()) for (const name of readdirSync(each).sort()) add(path.join(each, name));
    else if (!/\.test\.tsx?$/.test(each)) hash.update(each).update(readFileSync(each));
  };
  for (const each of paths) add(each);
  return hash.digest('hex').slice(0, 16);
}
