import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { expectedNodeMajor, runningNodeMajor } from './node-in-use';
import type { Template } from './template';
import { townsOf } from './towns-of';

declare module 'vitest' {
  export interface ProvidedContext {
    template: Template;
    databaseUrl: string | null;
  }
}

/**
 * Runs once before all tests: says which Node and which database they run on, refuses a Node that nobody chose, and makes the city. Answers what is done
 * after all of them.
 */
export async function setup({ provide }: TestProject): Promise<(() => Promise<void>) | undefined> {
  const url = process.env.DATABASE_URL;
  console.log(
    `Tests run on Node ${process.versions.node} (${process.execPath}), ${url ? 'PostgreSQL at DATABASE_URL' : 'embedded PostgreSQL'}.`,
  );
  const expected = expectedNodeMajor();
  if (runningNodeMajor !== expected) throw new Error(`The tests run on Node ${runningNodeMajor}, but Node ${expected} was to be tested.`);
  provide('template', await makeTemplate());
  provide('databaseUrl', url ?? null);
  return url ? () => dropTowns(url) : undefined;
}

/** In a process of its own: the runner that loads this file has no `import.meta.resolve`, which the embedded database needs. */
async function makeTemplate(): Promise<Template> {
  const { stdout } = await promisify(execFile)(process.execPath, ['scripts/run.mjs', 'test/kit/make-template.ts']);
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as Template;
}

/** Databases of cities that were closed a moment ago, or whose worker was killed. */
async function dropTowns(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const left = await client.query<{ datname: string }>('select datname from pg_database where starts_with(datname, $1)', [
    townsOf(process.pid),
  ]);
  for (const { datname } of left.rows) await client.query(`drop database if exists ${datname} with (force)`).catch(() => undefined);
  await client.end();
}
