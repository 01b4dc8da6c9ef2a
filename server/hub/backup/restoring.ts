import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { BackupFault } from '#server/database/dump';

/** Which copy is being put back, and why. */
interface Restore {
  readonly file: string;
  readonly reason: string;
}

/**
 * `<dataDir>/restoring`: there while a copy is put back. What it brings is not yet deleted again, its doors are open and nobody has vouched for its audit: until that
 * is done no hub opens on it, and the command goes on where it stopped.
 */
export class Restoring {
  readonly #file: string;

  constructor(dataDir: string) {
    this.#file = path.join(dataDir, 'restoring');
  }

  begin(restore: Restore): void {
    mkdirSync(path.dirname(this.#file), { recursive: true });
    writeFileSync(this.#file, JSON.stringify(restore), { mode: 0o600, flush: true });
  }

  current(): Restore | undefined {
    return existsSync(this.#file) ? (JSON.parse(readFileSync(this.#file, 'utf8')) as Restore) : undefined;
  }

  end(): void {
    rmSync(this.#file, { force: true });
  }
}

/** Refuses to let anybody in while a copy is being put back. */
export function insistOnRestored(dataDir: string): void {
  const unfinished = new Restoring(dataDir).current();
  if (unfinished)
    throw new BackupFault(
      `控え「${unfinished.file}」を戻している途中です。npm run restore -- '${unfinished.file}' --reason '…' をもう一度実行して、終わらせてください。`,
    );
}
