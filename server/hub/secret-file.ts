import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { newSecret } from '#server/kernel/ids';
import { BadSettings } from '#server/settings';

const SHORTEST = 32;

/**
 * The secret in `<dataDir>/<name>`, readable by its owner only and made (`make`) by whichever process needs it first. Throws `BadSettings`, with
 * `label` for what it is, when the file holds no secret.
 */
export function secretFile(dataDir: string, name: string, label: string, make: () => string = newSecret): string {
  const file = path.join(dataDir, name);
  const text = (read(file) ?? created(file, make)).trim();
  if (text.length < SHORTEST) throw new BadSettings([`${label}「${file}」が短すぎます。消してから、ハブと部署を起動し直してください。`]);
  return text;
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw fault;
  }
}

/** Written aside, then linked: two processes may start at the same moment, and must end with one secret, whole. */
function created(file: string, make: () => string): string {
  mkdirSync(path.dirname(file), { recursive: true });
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, `${make().trim()}\n`, { mode: 0o600 });
  try {
    linkSync(draft, file);
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code !== 'EEXIST') throw fault;
  } finally {
    rmSync(draft);
  }
  return readFileSync(file, 'utf8');
}
