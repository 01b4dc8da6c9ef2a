import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** A command of the house as a process of its own. */
export interface Running {
  readonly child: ChildProcess;
  /** Everything that it has said so far. */
  output(): string;
  /** Waits until it has said this; rejects when it ends before. */
  says(words: RegExp): Promise<RegExpExecArray>;
  /** Its exit code; null when it was killed. */
  readonly ended: Promise<number | null>;
}

/** The house as somebody has just fetched it: nothing is built, nothing sown, nothing set. */
export interface FreshCheckout {
  readonly root: string;
  /** What `npm run <script> -- <args>` runs, with these settings and none else. */
  run(script: string, env?: Readonly<Record<string, string>>, ...args: readonly string[]): Running;
  /** Kills what still runs, and removes everything. */
  remove(): Promise<void>;
}

/** What the commands need; packages are those of this checkout. */
const PARTS = ['client', 'scripts', 'seeds', 'server', 'package.json', 'package-lock.json', 'tsconfig.json', 'vite.config.ts'];

export function freshCheckout(): FreshCheckout {
  const root = mkdtempSync(path.join(os.tmpdir(), 'hub-checkout-'));
  for (const part of PARTS) cpSync(part, path.join(root, part), { recursive: true, filter: (file) => !/\.test\.tsx?$/.test(file) });
  symlinkSync(path.resolve('node_modules'), path.join(root, 'node_modules'), 'junction');
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
  const running = new Set<Running>();
  const run: FreshCheckout['run'] = (script, env = {}, ...more) => {
    const [command, ...args] = (scripts[script] ?? '').split(' ');
    if (command !== 'node') throw new Error(`npm run ${script} is no program of Node: ${scripts[script]}`);
    const { PATH = '', SystemRoot = '' } = process.env;
    const started = follow(spawn(process.execPath, [...args, ...more], { cwd: root, env: { PATH, SystemRoot, ...env } }));
    running.add(started);
    void started.ended.then(() => running.delete(started));
    return started;
  };
  return {
    root,
    run,
    remove: async () => {
      for (const { child } of running) child.kill('SIGKILL');
      await Promise.all([...running].map(({ ended }) => ended));
      rmSync(root, { recursive: true, force: true });
    },
  };
}

function follow(child: ChildProcess): Running {
  let text = '';
  const told = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk;
      for (const look of told) look();
    });
  // Not `exit`: what it said last may still be on its way then.
  const ended = new Promise<number | null>((done) => child.once('close', done));
  const says = (words: RegExp) =>
    new Promise<RegExpExecArray>((done, failed) => {
      const look = () => {
        const found = words.exec(text);
        if (found) done(found);
      };
      told.add(look);
      look();
      void ended.then((code) => failed(new Error(`ended with ${code} before it said ${words}:\n${text}`)));
    });
  return { child, output: () => text, says, ended };
}
