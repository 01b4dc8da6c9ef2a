import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { actorVerifier, houseViewer, signActor } from './actor-token';
import { hubKeys, publicKeyText, signingKey } from './department-keys';
import { readTown, writeTown } from './town-file';

let dataDir: string;
beforeEach(() => {
  dataDir = path.join(mkdtempSync(path.join(tmpdir(), 'department-keys-')), 'data');
});
afterEach(() => {
  rmSync(path.dirname(dataDir), { recursive: true });
});

const inData = (name: string) => readFileSync(path.join(dataDir, name), 'utf8');

describe('the key between hub and departments', () => {
  it('is made once by the hub, and is the same after a restart', () => {
    const first = signingKey(dataDir);
    expect(signingKey(dataDir).equals(first)).toBe(true);
    expect(readdirSync(dataDir).sort()).toEqual(['department.pem', 'department.pub']);
  });

  it('can be read by its owner only; its public half by anybody', () => {
    signingKey(dataDir);
    const mode = statSync(path.join(dataDir, 'department.pem')).mode & 0o777;
    expect(mode).toBe(process.platform === 'win32' ? mode : 0o600);
    expect(inData('department.pem')).toContain('PRIVATE KEY');
    expect(inData('department.pub')).toMatch(/^MCowBQYDK2VwAyEA[A-Za-z0-9+/]{43}=\n$/);
  });

  it('opens a department that has nothing but the public half', async () => {
    const token = await signActor(signingKey(dataDir), { viewer: houseViewer, audience: 'children', bodyHash: 'of a body' });
    rmSync(path.join(dataDir, 'department.pem'));
    expect(await actorVerifier(hubKeys(dataDir), 'children')(token, 'of a body')).toEqual(houseViewer);
  });

  it('is known to a department that was started before its hub, and after the hub was given another', () => {
    const keys = hubKeys(dataDir);
    expect(keys()).toEqual([]);
    const first = publicKeyText(signingKey(dataDir));
    expect(keys().map(publicKeyText)).toEqual([first]);
    rmSync(path.join(dataDir, 'department.pem'));
    const second = publicKeyText(signingKey(dataDir));
    expect(second).not.toBe(first);
    expect(keys().map(publicKeyText)).toEqual([second]);
  });

  it('may be carried to another machine as a setting, which stands above the file', () => {
    signingKey(dataDir);
    const carried = publicKeyText(generateKeyPairSync('ed25519').publicKey);
    expect(hubKeys(dataDir, [carried])().map(publicKeyText)).toEqual([carried]);
  });

  it.each([
    ['that was cut short', () => 'short'],
    ['that is none', () => 'a text of more than thirty-two characters'],
    ['of another kind', () => generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'pem', type: 'pkcs8' })],
  ])('is not taken from a file %s', (_, text) => {
    signingKey(dataDir);
    writeFileSync(path.join(dataDir, 'department.pem'), text());
    expect(() => signingKey(dataDir)).toThrow('消してから');
  });

  it('lets nobody in while the public half cannot be read', () => {
    signingKey(dataDir);
    writeFileSync(path.join(dataDir, 'department.pub'), 'MCowBQYDK2VwAyEA');
    expect(hubKeys(dataDir)()).toEqual([]);
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
