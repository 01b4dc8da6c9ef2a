import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import { afterAll, expect, it } from 'vitest';

const place = mkdtempSync(path.join(os.tmpdir(), 'npm-process-'));
afterAll(() => rmSync(place, { recursive: true, force: true }));

const program = `
import { stopWithNpm } from ${JSON.stringify(pathToFileURL(path.resolve('scripts/stop-with-npm.mjs')).href)};
stopWithNpm();
process.once('SIGTERM', () => {
  console.log('closed in order');
  process.exit(0);
});
setInterval(() => undefined, 1_000);
console.log('open');`;

it.skipIf(process.platform === 'win32')('a command of the house closes in order when npm, above it, is asked to stop', async () => {
  writeFileSync(path.join(place, 'package.json'), JSON.stringify({ type: 'module', scripts: { start: 'node program.js' } }));
  writeFileSync(path.join(place, 'program.js'), program);
  const npm = spawn('npm', ['start', '--silent'], { cwd: place, stdio: ['ignore', 'pipe', 'inherit'] });
  const said: string[] = [];
  for await (const line of createInterface({ input: npm.stdout })) {
    said.push(line);
    if (line === 'open') npm.kill('SIGTERM');
  }
  expect(said).toEqual(['open', 'closed in order']);
});
