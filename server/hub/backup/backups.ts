import { createHash, type Hash } from 'node:crypto';
import { createReadStream, createWriteStream, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { Readable, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import * as age from 'age-encryption';
import { BackupFault, type DumpKind } from '#server/database/dump';
import { today } from '#server/kernel/clock';
import { LineFile } from '../audit/line-file';

/** A copy of the database (控え) as `backup.keys` knows it. */
export interface Backup {
  readonly id: string;
  readonly at: string;
  /** Where it was written, absolute. */
  readonly file: string;
  /** The identity that opens it (age, `AGE-SECRET-KEY-1…`); gone when the copy's time is over. */
  readonly key?: string;
  readonly destroyedAt?: string;
}

/**
 * Copies, each encrypted to an identity of its own (age-encryption.org/v1), and the keys beside the data in `<dataDir>/backup.keys`. To destroy a key is to
 * delete the copy wherever it lies: on a shelf, on another machine, in another copy.
 */
export class Backups {
  readonly #file: LineFile;

  constructor(dataDir: string) {
    this.#file = new LineFile(path.join(dataDir, 'backup.keys'));
  }

  /** All that were ever taken, oldest first. */
  list(): Backup[] {
    return this.#file.lines().map((line) => JSON.parse(line) as Backup);
  }

  /**
   * Writes a copy into `folder` and reads it back: it counts when all of it opens and is what was written. `dump` hands over the bytes. Throws, with
   * nothing left, when that is not so.
   */
  async take(
    id: string,
    folder: string,
    kind: DumpKind,
    dump: (use: (bytes: Readable) => Promise<void>) => Promise<void>,
  ): Promise<Backup> {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const at = new Date().toISOString();
    const file = path.resolve(folder, `marugoto-${at.slice(0, 19).replaceAll(':', '')}-${id.slice(0, 8)}.${kind}.age`);
    const key = await age.generateIdentity();
    const draft = `${file}.part`;
    try {
      const written = createHash('sha256');
      const to = new age.Encrypter();
      to.addRecipient(await age.identityToRecipient(key));
      await dump(async (bytes) => {
        bytes.on('data', (chunk) => written.update(chunk));
        const sealed = await to.encrypt(Readable.toWeb(bytes) as ReadableStream<Uint8Array>);
        await pipeline(Readable.fromWeb(sealed as never), createWriteStream(draft, { mode: 0o600, flush: true }));
      });
      const read = createHash('sha256');
      await this.#check(draft, [key], read);
      if (read.digest('hex') !== written.digest('hex')) throw new BackupFault(DAMAGED);
      const backup: Backup = { id, at, file, key };
      await this.#file.append(JSON.stringify(backup));
      renameSync(draft, file);
      return backup;
    } catch (fault) {
      rmSync(draft, { force: true });
      throw fault;
    }
  }

  /** Those taken before `day` in the city that open still. The newest is kept whatever its age: it may be all there is. */
  before(day: string): Backup[] {
    const all = this.list().filter(({ key }) => key);
    return all.slice(0, -1).filter(({ at }) => today(new Date(at)) < day);
  }

  /** Destroys the keys, and the files where they lie where they were written. */
  async destroy(ids: readonly string[]): Promise<void> {
    const all = this.list();
    const destroyedAt = new Date().toISOString();
    await this.#file.replace(
      all.map(({ key, ...rest }) =>
        JSON.stringify(key && ids.includes(rest.id) ? { ...rest, destroyedAt } : { ...rest, ...(key ? { key } : {}) }),
      ),
    );
    for (const { id, file } of all) if (ids.includes(id) && existsSync(file)) rmSync(file, { force: true });
  }

  /** Writes what the copy holds into `into`, after all of it was found to be as it was written. Throws `BackupFault` with words where it cannot. */
  async open(file: string, into: Writable): Promise<void> {
    const keys = this.list().flatMap(({ key }) => key ?? []);
    const destroyedAt = this.named(file)?.destroyedAt;
    if (destroyedAt)
      throw new BackupFault(`この控えは、${today(new Date(destroyedAt))} に保存期間が過ぎて鍵を捨てました。もう開けません。`);
    await this.#check(file, keys);
    await opened(file, keys, into);
  }

  /** What is known of a copy, by its name. */
  named(file: string): Backup | undefined {
    return this.list().find((each) => path.basename(each.file) === path.basename(file));
  }

  close(): Promise<void> {
    return this.#file.close();
  }

  /** Reads a copy from end to end, into `digest` where one is given. */
  async #check(file: string, keys: readonly string[], digest?: Hash): Promise<void> {
    const nowhere = new Writable({ write: (chunk, _, done) => done(void digest?.update(chunk)) });
    await opened(file, keys, nowhere).catch((fault: NodeJS.ErrnoException) => {
      throw fault.syscall || fault instanceof BackupFault ? fault : new BackupFault(DAMAGED);
    });
  }
}

const DAMAGED = '控えが壊れているか、書き終えられていません。データには何もしていません。別の控えを使ってください。';

async function opened(file: string, keys: readonly string[], into: Writable): Promise<void> {
  const by = new age.Decrypter();
  for (const key of keys) by.addIdentity(key);
  const plain = await by.decrypt(Readable.toWeb(createReadStream(file)) as ReadableStream<Uint8Array>).catch((fault: Error) => {
    if (!/no identity matched/.test(fault.message)) throw fault;
    throw new BackupFault(
      'この控えを開ける鍵が backup.keys にありません。控えを取ったときの置き場の backup.keys を HUB_DATA_DIR に置いてください。',
    );
  });
  await pipeline(Readable.fromWeb(plain as never), into);
}
