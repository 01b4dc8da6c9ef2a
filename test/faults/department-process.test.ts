import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import type { ExecutionRequest, ExecutionResult } from '@graphql-tools/utils';
import { parse } from 'graphql';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { Subjects } from '#server/database/subjects';
import { signingKey } from '#server/hub/department-keys';
import { guard } from '#server/hub/guard';
import { fetchSdl, remoteExecutor } from '#server/hub/remote-executor';
import { writeTown } from '#server/hub/town-file';
import { log } from '#server/kernel/log';
import { caseworker } from '#test/kit/department-alone';

const dataDir = mkdtempSync(path.join(tmpdir(), 'department-process-'));
const document = parse('{ childrenRecords(limit: 3) { id openedOn } }');
const viewer = caseworker('children');

interface Running {
  readonly child: ChildProcess;
  readonly url: string;
}
let running: Running;
let ask: () => Promise<ExecutionResult>;
let sown: unknown;

/** `npm run department`, as a person would; on the embedded database, whatever the tests run on. */
function start(port: number): ChildProcess {
  const { DATABASE_URL: _, ...env } = process.env;
  const args = ['scripts/run.mjs', 'server/department-main.ts', 'children', '--port', String(port), '--data-dir', dataDir];
  return spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
}

/** Waits for the line that the person is asked to put into the hub's list. */
async function answering(child: ChildProcess): Promise<Running> {
  for await (const line of createInterface({ input: child.stdout as NodeJS.ReadableStream })) {
    const [, url] = /^children=(http\S+)$/.exec(line) ?? [];
    if (url) return { child, url };
  }
  throw new Error('the department ended before it answered');
}

const isDark = async () => {
  const began = performance.now();
  const { data, errors } = await ask();
  expect(data).toBeNull();
  expect(errors?.map((error) => error.extensions.code)).toEqual(['DEPARTMENT_UNAVAILABLE']);
  expect(performance.now() - began).toBeLessThan(4_000);
};
const isBack = () => vi.waitFor(async () => expect((await ask()).data).toEqual(sown), { timeout: 10_000, interval: 200 });

beforeAll(async () => {
  vi.spyOn(log, 'error').mockReturnValue();
  writeTown(dataDir, { anchor: '2026-11-23', seed: 20260401, scale: 1 });
  running = await answering(start(0));
  const department = { name: 'children', url: running.url, key: signingKey(dataDir) };
  const executor = guard({ key: 'children', label: '子ども' }, remoteExecutor({ ...department, sdl: await fetchSdl(department) }));
  const context = { viewer, unit: { rest: async () => undefined }, touched: new Set(), subjects: new Subjects() }; // nothing is read at home
  ask = async () => executor({ document, context } as unknown as ExecutionRequest) as Promise<ExecutionResult>;
  ({ data: sown } = await ask());
  expect(sown, 'rows to find again').toBeTruthy();
}, 120_000);
afterAll(() => {
  running?.child.kill('SIGKILL');
  rmSync(dataDir, { recursive: true, force: true });
});

describe('npm run department', () => {
  it('answers with rows of the city that the hub has sown', () => {
    expect(sown).toEqual({ childrenRecords: [expect.anything(), expect.anything(), expect.anything()] });
  });

  it('refuses a second process on the same data, and names the first', async () => {
    const second = start(0);
    const said = (second.stderr as NodeJS.ReadableStream).setEncoding('utf8');
    const [text, [code]] = await Promise.all([once(said, 'data'), once(second, 'exit')]);
    expect([String(text), code]).toEqual([expect.stringContaining(`プロセス番号 ${running.child.pid}`), 2]);
  });

  it.skipIf(process.platform === 'win32')('is dark while it is stopped, and used again when it goes on', async () => {
    running.child.kill('SIGSTOP');
    await isDark();
    running.child.kill('SIGCONT');
    await isBack();
  });

  it('is dark when it is killed, and used again, with its rows, when it has been started again', async () => {
    running.child.kill('SIGKILL');
    await once(running.child, 'exit');
    await isDark();
    running = await answering(start(Number(new URL(running.url).port)));
    await isBack();
  });

  it.skipIf(process.platform === 'win32')('closes cleanly when it is asked to', async () => {
    running.child.kill('SIGTERM');
    expect(await once(running.child, 'exit')).toEqual([0, null]);
  });

  it.skipIf(process.platform === 'win32')(
    'has sealed what was read there, by a key of its own, and the chain verifies from the command line',
    async () => {
      const { DATABASE_URL: _, ...env } = process.env;
      const args = ['scripts/run.mjs', 'server/audit-verify-main.ts', '--department', 'children', '--data-dir', dataDir];
      const verifying = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'inherit'] });
      const [said, [code]] = await Promise.all([text(verifying.stdout as NodeJS.ReadableStream), once(verifying, 'exit')]);
      expect(said).toMatch(/記録 [1-9]\d* 行を確かめました[\s\S]*まだ封じていない記録はありません。\n記録は、封じたときのままです。/);
      expect(code).toBe(0);
      expect(readdirSync(path.join(dataDir, 'audit-children')).sort()).toEqual(['audit.deletions', 'audit.head', 'audit.key']);
    },
  );
});
