import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { TestProject } from 'vitest/node';
import { expectedNodeMajor, runningNodeMajor } from './node-in-use';
import type { Template } from './template';

declare module 'vitest' {
  export interface ProvidedContext {
    template: Template;
    databaseUrl: string | null;
  }
}

/** Runs once before all tests: says which Node and which database they run on, refuses a Node that nobody chose, and makes the city. */
export async function setup({ provide }: TestProject): Promise<void> {
  const url = process.env.DATABASE_URL;
  console.log(
    `Tests run on Node ${process.versions.node} (${process.execPath}), ${url ? 'PostgreSQL at DATABASE_URL' : 'embedded PostgreSQL'}.`,
  );
  const expected = expectedNodeMajor();
  if (runningNodeMajor !== expected) throw new Error(`The tests run on Node ${runningNodeMajor}, but Node ${expected} was to be tested.`);
  provide('template', await makeTemplate());
  provide('databaseUrl', url ?? null);
}

/** In a process of its own: the runner that loads this file has no `import.meta.resolve`, which the embedded database needs. */
async function makeTemplate(): Promise<Template> {
  const { stdout } = await promisify(execFile)(process.execPath, ['scripts/run.mjs', 'test/kit/make-template.ts']);
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as Template;
}
