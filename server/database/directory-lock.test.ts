import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lockDirectory } from './directory-lock';
import { EmbeddedInUse } from './embedded-in-use';

let folder: string;
let directory: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lock-'));
  directory = join(folder, 'postgres');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const content = () => JSON.parse(readFileSync(`${directory}.lock`, 'utf8'));
const leaveBehind = (text: string) => writeFileSync(`${directory}.lock`, text);

/** The id of a process that has ended. */
async function deadProcess(): Promise<number> {
  const child = spawn(process.execPath, ['-e', '']);
  await once(child, 'exit');
  return child.pid as number;
}

describe('a locked directory', () => {
  it('is refused while its holder lives, and names it', () => {
    const lock = lockDirectory(directory);
    expect(() => lockDirectory(directory)).toThrow(EmbeddedInUse);
    expect(() => lockDirectory(directory)).toThrow(`プロセス番号 ${process.pid}`);
    lock.release();
    lockDirectory(directory).release();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('is taken over from a process that has ended', async () => {
    leaveBehind(JSON.stringify({ pid: await deadProcess(), started: null }));
    const lock = lockDirectory(directory);
    expect(content().pid).toBe(process.pid);
    expect(readdirSync(folder)).toEqual(['postgres.lock']);
    lock.release();
  });

  it.runIf(process.platform === 'linux')('is taken over when the process id belongs to another process by now', () => {
    leaveBehind(JSON.stringify({ pid: process.pid, started: 'another boot 1234' }));
    lockDirectory(directory).release();
  });

  it('is refused when the system does not tell when its holder started', () => {
    leaveBehind(JSON.stringify({ pid: process.pid, started: null }));
    expect(() => lockDirectory(directory)).toThrow(EmbeddedInUse);
  });

  it.each(['', '{', '{}', 'null', '{"pid":-1}'])('is taken over from the unreadable "%s"', (text) => {
    leaveBehind(text);
    lockDirectory(directory).release();
  });

  it('is taken over though a process died while taking it over', async () => {
    const dead = JSON.stringify({ pid: await deadProcess(), started: null });
    leaveBehind(dead);
    writeFileSync(`${directory}.lock.takeover`, dead);
    lockDirectory(directory).release();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('does not release what is no longer its own', () => {
    const lock = lockDirectory(directory);
    leaveBehind('somebody else');
    lock.release();
    expect(existsSync(`${directory}.lock`)).toBe(true);
  });
});
