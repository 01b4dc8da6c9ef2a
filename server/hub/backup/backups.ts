import { createHash, type Hash } from 'node:crypto';
import { createReadStream, createWriteStream, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { Readable, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import * as age from 'age-encryption';
import { type DirectoryLock, lockDirectory } from '#server/database/directory-lock';
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

  /** Holds the keys for this process. Throws `EmbeddedInUse` while another takes, destroys or opens copies. */
  hold(): DirectoryLock {
    mkdirSync(path.dirname(this.#file.path), { recursive: true });
    return lockDirectory(this.#file.path);
  }

  /** All that were ever taken, oldest first. */
  list(): Backup[] {
    return this.#file.lines().flatMap(parsed);
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
    const at = new Date().toISOString();
    const file = path.resolve(folder, `marugoto-${at.slice(0, 19).replaceAll(':', '')}-${id.slice(0, 8)}.${kind}.age`);
    const backup = { id, at, file, key: await age.generateIdentity() };
    const draft = `${file}.part`;
    try {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      await this.#write(draft, backup.key, dump);
      // In this order: a copy without a key is noise, a key without a copy would pass for the newest.
      renameSync(draft, file);
      await this.#file.append(JSON.stringify(backup));
      return backup;
    } catch (fault) {
      for (const each of [draft, file]) rmSync(each, { force: true });
      throw unwritable(folder, fault);
    }
  }

  /** Those taken before `day` in the city that open still. The newest that is where it was written is kept whatever its age, and so is what came after. */
  before(day: string): Backup[] {
    const all = this.list().filter(({ key }) => key);
    const newest = Math.max(
      0,
      all.findLastIndex(({ file }) => existsSync(file)),
    );
    return all.slice(0, newest).filter(({ at }) => today(new Date(at)) < day);
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
    const keys = this.#keysFor(file);
    await this.#check(file, keys);
    await pipeline(Readable.fromWeb((await decrypted(file, keys)) as never), into);
  }

  /** How a copy was written, by its first bytes. Throws as `open` does. */
  async kindOf(file: string): Promise<DumpKind> {
    const plain = await decrypted(file, this.#keysFor(file));
    for await (const chunk of Readable.fromWeb(plain as never))
      return Buffer.from(chunk).subarray(0, 5).toString() === 'PGDMP' ? 'pgdump' : 'tar.gz';
    throw new BackupFault(DAMAGED);
  }

  /** What is known of a copy, by its name. */
  named(file: string): Backup | undefined {
    return this.list().find((each) => path.basename(each.file) === path.basename(file));
  }

  close(): Promise<void> {
    return this.#file.close();
  }

  #keysFor(file: string): string[] {
    const destroyedAt = this.named(file)?.destroyedAt;
    if (destroyedAt)
      throw new BackupFault(`この控えは、保存期間が過ぎて ${today(new Date(destroyedAt))} に鍵を捨てました。もう開けません。`);
    return this.list().flatMap(({ key }) => key ?? []);
  }

  async #write(draft: string, key: string, dump: (use: (bytes: Readable) => Promise<void>) => Promise<void>): Promise<void> {
    const written = createHash('sha256');
    const to = new age.Encrypter();
    to.addRecipient(await age.identityToRecipient(key));
    await dump(async (bytes) => {
      const sealed = await to.encrypt(Readable.toWeb(Readable.from(digested(bytes, written))) as ReadableStream<Uint8Array>);
      await pipeline(Readable.fromWeb(sealed as never), createWriteStream(draft, { mode: 0o600, flush: true }));
    });
    const read = createHash('sha256');
    await this.#check(draft, [key], read);
    if (read.digest('hex') !== written.digest('hex')) throw new BackupFault(DAMAGED);
  }

  /** Reads a copy from end to end, into `digest` where one is given. */
  async #check(file: string, keys: readonly string[], digest?: Hash): Promise<void> {
    const nowhere = new Writable({ write: (chunk, _, done) => done(void digest?.update(chunk)) });
    await pipeline(Readable.fromWeb((await decrypted(file, keys)) as never), nowhere).catch((fault: NodeJS.ErrnoException) => {
      throw fault.syscall ? fault : new BackupFault(DAMAGED);
    });
  }
}

const DAMAGED = '控えが壊れているか、書き終えられていません。データには何もしていません。別の控えを使ってください。';
const NO_KEY =
  'この控えを開ける鍵がありません。控えを取った HUB_DATA_DIR の backup.keys・audit.key・audit.head・audit.deletions・identity.key を、この HUB_DATA_DIR に置いてください。';

async function decrypted(file: string, keys: readonly string[]): Promise<ReadableStream<Uint8Array>> {
  const by = new age.Decrypter();
  for (const key of keys) by.addIdentity(key);
  return by.decrypt(Readable.toWeb(createReadStream(file)) as ReadableStream<Uint8Array>).catch((fault: NodeJS.ErrnoException) => {
    if (fault.syscall) throw fault;
    throw new BackupFault(/no identity matched/.test(fault.message) ? NO_KEY : DAMAGED);
  });
}

async function* digested(bytes: Readable, digest: Hash): AsyncGenerator<Uint8Array> {
  for await (const chunk of bytes) {
    digest.update(chunk);
    yield chunk;
  }
}

/** A line that a dying process left half written counts for nothing. */
function parsed(line: string): Backup[] {
  try {
    return [JSON.parse(line) as Backup];
  } catch {
    return [];
  }
}

function unwritable(folder: string, fault: unknown): unknown {
  const { code = '' } = fault as NodeJS.ErrnoException;
  const why = {
    ENOSPC: '空きがありません',
    EDQUOT: '空きがありません',
    EACCES: '権限がありません',
    EPERM: '権限がありません',
    EROFS: '書き込めない場所です',
  }[code];
  return why ? new BackupFault(`控えを「${folder}」に書けません（${why}）。--to に別の場所を書いてください。`) : fault;
}
