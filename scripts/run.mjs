#!/usr/bin/env node
// Runs one TypeScript file of this project in this very process:   node scripts/run.mjs seeds/sow.ts --scale 20
//
// Node 20 cannot run our TypeScript (decorators, `#server/*.ts`, `.sql?raw`), so the file and everything of ours that it imports goes
// through Vite's module runner and Oxc, exactly as under vitest; what lies in node_modules is imported by Node itself. How it behaves:
// - process.argv is [node, file, ...arguments], as if Node had run the file; stdin, stdout and the environment (NODE_ENV too) are untouched.
// - There is no child process: signals reach the program's own handlers, and its exit code is the command's.
// - The program ends when nothing keeps Node alive any more. A fault while it is being loaded prints its stack (TypeScript lines) and ends with 1.
// - The runner stays open, so a later `await import()` works too. A `new Worker(…)` needs a file that Node can run by itself (.mjs).
import { existsSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { openEnvironment } from './runner.mjs';
import { stopWithNpm } from './stop-with-npm.mjs';

stopWithNpm();
const [name, ...rest] = process.argv.slice(2);
const file = name && path.resolve(name);
if (!file || !existsSync(file)) {
  console.error(file ? `scripts/run.mjs: no such file: ${file}` : 'usage: node scripts/run.mjs <file.ts> [arguments]');
  process.exit(2);
}

const { runner } = await openEnvironment();

process.argv = [process.argv[0], file, ...rest];
try {
  await runner.import(pathToFileURL(file).href);
} catch (fault) {
  console.error(fault);
  process.exit(1);
}
