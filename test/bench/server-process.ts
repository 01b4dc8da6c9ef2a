import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import os from 'node:os';

/** A server of the bench in a process of its own. */
export interface ServerProcess {
  readonly name: string;
  readonly address: string;
  readonly version: string;
  /** Whatever else it said when it was ready. */
  readonly said: Readonly<Record<string, unknown>>;
  /** Asks something over the process channel. */
  ask<T>(message: unknown): Promise<T>;
  /** The next thing that it says by itself. */
  next<T>(): Promise<T>;
  /** User and system time it has used so far (ms). */
  cpu(): number;
  stop(): Promise<void>;
}

const TICKS = 100;
const isPinned = process.platform === 'linux' && spawnSync('taskset', ['-V']).status === 0;

/** Whether servers run on processor 0 and the load comes from processor 1. */
export function pinLoad(): boolean {
  return isPinned && spawnSync('taskset', ['-acp', '1', String(process.pid)]).status === 0;
}

/** Gives this process, and what it starts from now on, the whole machine again. */
export function freeLoad(): void {
  if (isPinned) spawnSync('taskset', ['-acp', `0-${os.cpus().length - 1}`, String(process.pid)]);
}

/** A command with the whole machine to itself again, after `pinLoad`. */
export function unpinned(command: readonly string[]): readonly string[] {
  return isPinned ? ['taskset', '-c', `0-${os.cpus().length - 1}`, ...command] : command;
}

/**
 * Starts a server and waits until it says where it listens. `order` goes to it as JSON. Throws when it ends first.
 * @param on the processor it may use, where processors can be chosen
 */
export async function startServer(name: string, [node, file]: readonly [string, string], order: unknown, on = 0): Promise<ServerProcess> {
  const command = [...(isPinned ? ['taskset', '-c', String(on)] : []), node, file, JSON.stringify(order)];
  const child = spawn(command[0] ?? node, command.slice(1), {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    env: { ...process.env, NODE_ENV: 'production' },
  });
  const { ready } = await answerOf<{ ready: { address: string; version: string } }>(name, child);
  return {
    name,
    address: ready.address,
    version: ready.version,
    said: ready as unknown as Record<string, unknown>,
    ask: (message) => {
      const answer = answerOf(name, child);
      child.send(message as never);
      return answer as never;
    },
    next: () => answerOf(name, child) as never,
    cpu: () => {
      if (process.platform !== 'linux') return 0;
      const fields = readFileSync(`/proc/${child.pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
      return ((Number(fields[11]) + Number(fields[12])) * 1000) / TICKS;
    },
    stop: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = new Promise((done) => child.once('exit', done));
      child.kill('SIGKILL');
      await ended;
    },
  };
}

function answerOf<T>(name: string, child: ChildProcess): Promise<T> {
  return new Promise((done, failed) => {
    const ended = (code: number | null) => failed(new Error(`${name} ended (${code}) before it answered`));
    child.once('exit', ended);
    child.once('message', (message) => {
      child.off('exit', ended);
      done(message as T);
    });
  });
}
