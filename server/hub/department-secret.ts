import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { newSecret } from '#server/kernel/ids';
import { BadSettings } from '#server/settings';

const SHORTEST = 32;

/**
 * The secret under which the hub signs calls to departments: `given` (HUB_DEPARTMENT_SECRET), or what stands in
 * `<dataDir>/department.key`, readable by its owner only and made by whichever process needs it first. Throws `BadSettings` when the file holds
 * no secret.
 */
export function departmentSecret(dataDir: string, given?: string): Uint8Array {
  return new TextEncoder().encode(given ?? fromFile(path.join(dataDir, 'department.key')));
}

function fromFile(file: string): string {
  const text = (read(file) ?? created(file)).trim();
  if (text.length < SHORTEST)
    throw new BadSettings([`部署との間の鍵「${file}」が短すぎます。消してから、ハブと部署を起動し直してください。`]);
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

/** Written aside, then linked: hub and department may start at the same moment, and must end with one secret, whole. */
function created(file: string): string {
  mkdirSync(path.dirname(file), { recursive: true });
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, `${newSecret()}\n`, { mode: 0o600 });
  try {
    linkSync(draft, file);
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code !== 'EEXIST') throw fault;
  } finally {
    rmSync(draft);
  }
  return readFileSync(file, 'utf8');
}
