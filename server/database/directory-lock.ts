import { randomUUID } from 'node:crypto';
import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { EmbeddedInUse } from './embedded-in-use';

/** A held lock. It also ends with the process; a process that is killed leaves the file behind, which the next one takes over. */
export interface DirectoryLock {
  release(): void;
}

/** Who holds a lock: a process id is used again after its process has ended, a process id with its start is not. */
interface Holder {
  readonly pid: number;
  /** Boot and start of the process; null where the system does not tell (macOS, Windows). */
  readonly started: string | null;
}

/**
 * Holds `directory` for this process by the file `<directory>.lock` beside it. Throws `EmbeddedInUse` while a live process, this one
 * included, holds it.
 *
 * The file is complete from its first moment (written aside, then linked: linking fails where a name is taken). Removing a dead
 * holder's file is itself done under a lock, else two processes could both find the dead one's and remove each other's.
 */
export function lockDirectory(directory: string): DirectoryLock {
  return acquire(`${directory}.lock`, directory);
}

function acquire(file: string, directory: string): DirectoryLock {
  const self = JSON.stringify({ pid: process.pid, started: startOf(process.pid) } satisfies Holder);
  while (!claim(file, self)) {
    const found = read(file);
    if (found === undefined) continue; // released since
    const holder = parse(found);
    if (holder && isAlive(holder)) throw new EmbeddedInUse(directory, holder.pid);
    const takeover = acquire(`${file}.takeover`, directory);
    if (read(file) === found) rmSync(file);
    takeover.release();
  }
  const release = () => {
    process.off('exit', release);
    if (read(file) === self) rmSync(file);
  };
  process.on('exit', release);
  return { release };
}

function claim(file: string, content: string): boolean {
  const draft = `${file}.${randomUUID()}`;
  writeFileSync(draft, content);
  try {
    linkSync(draft, file);
    return true;
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw fault;
  } finally {
    rmSync(draft);
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

/** Undefined for a file that no process of ours wrote, or that a full disk cut short: nobody lives behind it. */
function parse(content: string): Holder | undefined {
  try {
    const { pid, started } = JSON.parse(content) as Holder;
    return Number.isInteger(pid) && pid > 0 ? { pid, started } : undefined;
  } catch {
    return undefined;
  }
}

function isAlive({ pid, started }: Holder): boolean {
  try {
    process.kill(pid, 0);
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code === 'ESRCH') return false; // EPERM: alive, somebody else's
  }
  const now = startOf(pid);
  return now === null || started === null || now === started;
}

/**
 * Boot id and start of the process in clock ticks since boot (proc(5), fields 3 and 22; fields are counted after the command's closing
 * parenthesis). Null where the system does not tell.
 */
function startOf(pid: number): string | null {
  if (process.platform !== 'linux') return null;
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' ? 'ended' : `${boot} ${fields[19]}`; // a killed process that its parent has not asked after yet
  } catch {
    return null;
  }
}
