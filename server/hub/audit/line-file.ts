import { existsSync, readFileSync, renameSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';

/** A file that is only ever added to, a line at a time, each on the disk before anybody goes on. */
export class LineFile {
  #handle: Promise<FileHandle> | undefined;

  constructor(readonly path: string) {}

  /** All whole lines. One that a dying process left half written never counted. */
  lines(): string[] {
    if (!existsSync(this.path)) return [];
    const text = readFileSync(this.path, 'utf8');
    return text
      .slice(0, text.lastIndexOf('\n') + 1)
      .split('\n')
      .filter(Boolean);
  }

  /** Makes the file, with nothing in it, where there is none. */
  async begin(): Promise<void> {
    await this.#open();
  }

  async append(line: string): Promise<void> {
    const handle = await this.#open();
    await handle.appendFile(`${line}\n`); // all of it, or a fault: `write` may write less
    await handle.datasync();
  }

  /** Puts these lines in place of all others, whole or not at all. */
  async replace(lines: readonly string[]): Promise<void> {
    await this.close();
    const draft = await open(`${this.path}.new`, 'w', 0o600);
    await draft.writeFile(lines.map((line) => `${line}\n`).join(''));
    await draft.datasync();
    await draft.close();
    renameSync(`${this.path}.new`, this.path);
  }

  async close(): Promise<void> {
    const handle = await this.#handle;
    this.#handle = undefined;
    await handle?.close();
  }

  /** Behind a line that was cut short, the next begins anew. */
  #open(): Promise<FileHandle> {
    this.#handle ??= (async () => {
      const isCut = existsSync(this.path) && !/(^|\n)$/.test(readFileSync(this.path, 'utf8'));
      const handle = await open(this.path, 'a', 0o600);
      if (isCut) await handle.appendFile('\n');
      return handle;
    })();
    return this.#handle;
  }
}
