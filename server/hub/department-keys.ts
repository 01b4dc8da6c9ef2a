import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { BadSettings } from '#server/settings';
import { secretFile } from './secret-file';

/**
 * The Ed25519 key under which a hub signs calls to departments: `<dataDir>/department.pem`, readable by its owner only, made when there is none.
 * Beside it stands its public half, `department.pub`, which is all that a department is given. Throws `BadSettings` when the file holds no key.
 */
export function signingKey(dataDir: string): KeyObject {
  const name = 'department.pem';
  const key = ed25519(() => createPrivateKey(secretFile(dataDir, name, '部署への署名鍵', newPrivateKey)));
  if (!key) throw new BadSettings([`部署への署名鍵「${path.join(dataDir, name)}」が読めません。消してから、ハブを起動し直してください。`]);
  const file = publicFile(dataDir);
  const text = `${publicKeyText(key)}\n`;
  if (read(file) !== text) {
    // Whole or not at all: a department may be reading it.
    const draft = `${file}.${process.pid}`;
    writeFileSync(draft, text);
    renameSync(draft, file);
  }
  return key;
}

/** The public half of a key as `department.pub` and HUB_DEPARTMENT_KEY carry it: SPKI, base64, one line. */
export function publicKeyText(key: KeyObject): string {
  return (key.type === 'private' ? createPublicKey(key) : key).export({ format: 'der', type: 'spki' }).toString('base64');
}

/**
 * The public keys of the hubs that may call a department, now: those `given` (HUB_DEPARTMENT_KEY), or what a hub has written into
 * `<dataDir>/department.pub`. Nobody may call while there is none; a department may be started before its hub, or the hub get another key.
 */
export function hubKeys(dataDir: string, given: readonly string[] = []): () => readonly KeyObject[] {
  if (given.length > 0) {
    const keys = given.flatMap(publicKey);
    return () => keys;
  }
  let known: { readonly text: string | undefined; readonly keys: readonly KeyObject[] } = { text: undefined, keys: [] };
  return () => {
    const text = read(publicFile(dataDir));
    if (text !== known.text) known = { text, keys: text === undefined ? [] : publicKey(text) };
    return known.keys;
  };
}

const publicFile = (dataDir: string) => path.join(dataDir, 'department.pub');

const newPrivateKey = () => generateKeyPairSync('ed25519').privateKey.export({ format: 'pem', type: 'pkcs8' }).toString();

function publicKey(text: string): KeyObject[] {
  const key = ed25519(() => createPublicKey({ key: Buffer.from(text, 'base64'), format: 'der', type: 'spki' }));
  return key ? [key] : [];
}

/** No other kind of key signs or is believed. */
function ed25519(read: () => KeyObject): KeyObject | undefined {
  try {
    const key = read();
    return key.asymmetricKeyType === 'ed25519' ? key : undefined;
  } catch {
    return undefined;
  }
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw fault;
  }
}
