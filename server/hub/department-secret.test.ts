import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { departmentSecret } from './department-secret';
import { readTown, writeTown } from './town-file';

let dataDir: string;
beforeEach(() => {
  dataDir = path.join(mkdtempSync(path.join(tmpdir(), 'department-secret-')), 'data');
});
afterEach(() => {
  rmSync(path.dirname(dataDir), { recursive: true });
});

describe('the secret between hub and departments', () => {
  it('is made once, and is the same for whoever comes later', () => {
    const first = departmentSecret(dataDir);
    expect(departmentSecret(dataDir)).toEqual(first);
    expect(first.length).toBeGreaterThanOrEqual(32);
  });

  it('may be carried to another machine as a setting', () => {
    const first = departmentSecret(dataDir);
    expect(departmentSecret('/nowhere', readFileSync(path.join(dataDir, 'department.key'), 'utf8').trim())).toEqual(first);
  });

  it('can be read by its owner only', () => {
    departmentSecret(dataDir);
    const mode = statSync(path.join(dataDir, 'department.key')).mode & 0o777;
    expect(mode).toBe(process.platform === 'win32' ? mode : 0o600);
  });

  it('is not taken from a file that was cut short', () => {
    departmentSecret(dataDir);
    writeFileSync(path.join(dataDir, 'department.key'), 'short');
    expect(() => departmentSecret(dataDir)).toThrow('短すぎます');
  });
});

describe('the file that says which city was sown', () => {
  it('tells a department what the hub wrote', () => {
    expect(readTown(dataDir)).toBeUndefined();
    writeTown(dataDir, { anchor: '2026-11-23', seed: 1, scale: 20 });
    expect(readTown(dataDir)).toEqual({ anchor: '2026-11-23', seed: 1, scale: 20 });
  });

  it('is refused in words when it is something else', () => {
    writeTown(dataDir, { anchor: '2026-11-23', seed: 1, scale: 20 });
    writeFileSync(path.join(dataDir, 'town.json'), '{"anchor":"yesterday"}');
    expect(() => readTown(dataDir)).toThrow('読めません');
  });
});
