import { log } from '#server/kernel/log';
import type { EmbeddedSocket } from './embedded-socket';
import { EmbeddedThread } from './embedded-thread';

/** SQLSTATE and text with which PostgreSQL ends a session. */
type Reason = readonly [code: string, message: string];
const overdue: Reason = ['57014', 'canceling statement due to statement timeout'];
const cancelled: Reason = ['57014', 'canceling statement due to user request'];
const shutdown: Reason = ['57P01', 'terminating connection due to administrator command'];
const crashed: Reason = ['57P02', 'terminating connection because of crash of the server process'];

/** Sync, rollback, discard all: from whatever state a client left, to that of a new session. */
const CLEAN_START = Buffer.concat([Buffer.from('S\0\0\0\x04'), simpleQuery('rollback'), simpleQuery('discard all')]);

/** First byte of a startup packet, which has no letter but its length in front (PostgreSQL manual, 54.7). */
const STARTUP = 0;

export interface EngineOptions {
  readonly directory: string;
  /** Only for 'memory://': a directory on disk is unpacked before the engine opens it. */
  readonly template?: string;
  readonly statementTimeoutMs: number;
  /** No limit holds before `hurry`. */
  readonly patient?: boolean;
}

/**
 * The embedded PostgreSQL as its clients see it: it outlives its threads, and it has one session.
 *
 * - A socket has the session alone until it closes; the next one gets it clean. So no transaction, role or setting passes from one
 *   client to another, however the first one ended.
 * - A statement that exceeds its limit, `restart` and a crash of the engine end the thread; the socket that had the session is
 *   dismissed, those that wait keep waiting, and a new thread opens the same directory.
 */
export class EmbeddedEngine {
  #thread: EmbeddedThread | undefined;
  #holder: EmbeddedSocket | undefined;
  readonly #waiting: EmbeddedSocket[] = [];
  #reopening: Promise<void> | undefined;
  #closing: Promise<void> | undefined;
  #patient: boolean;

  static async open(options: EngineOptions): Promise<EmbeddedEngine> {
    const engine = new EmbeddedEngine(options);
    await engine.#start();
    return engine;
  }

  private constructor(private readonly options: EngineOptions) {
    this.#patient = options.patient ?? false;
  }

  /** From now on no statement may take longer than its limit. */
  hurry(): void {
    this.#patient = false;
  }

  /** Admits the socket when its turn comes. An engine that could not be opened again is tried once more first. */
  join(socket: EmbeddedSocket): void {
    if (this.#closing) {
      socket.dismiss(...shutdown);
      return;
    }
    this.#waiting.push(socket);
    if (this.#thread) this.#next();
    else if (!this.#reopening) this.#recover(crashed);
  }

  leave(socket: EmbeddedSocket): void {
    const place = this.#waiting.indexOf(socket);
    if (place >= 0) this.#waiting.splice(place, 1);
    if (socket !== this.#holder) return;
    const passOn = () => {
      this.#holder = undefined;
      this.#next();
    };
    this.#thread?.run(CLEAN_START, false).then(passOn, () => {}); // a thread that ends takes the session with it
  }

  /** Rejects when the thread ends before it answers; the socket has been dismissed then. */
  async run(socket: EmbeddedSocket, messages: Buffer): Promise<Buffer> {
    if (socket !== this.#holder || !this.#thread) throw new Error('the session has ended');
    const isStatement = messages[0] !== STARTUP;
    const { buffer, byteOffset, byteLength } = await this.#thread.run(new Uint8Array(messages), isStatement); // a copy: pg's buffers are views of larger ones
    return Buffer.from(buffer, byteOffset, byteLength);
  }

  async dumpTo(file: string): Promise<void> {
    if (!this.#thread) throw new Error('the embedded database is not open');
    await this.#thread.dump(file);
  }

  /** Ends the thread wherever it stands and opens the directory again. */
  restart(reason = this.#thread?.busy ? cancelled : shutdown): Promise<void> {
    this.#reopening ??= this.#reopen(reason).finally(() => {
      this.#reopening = undefined;
    });
    return this.#reopening;
  }

  /** What runs may finish within its limit; then the database is closed in order. */
  close(): Promise<void> {
    this.#closing ??= this.#end();
    return this.#closing;
  }

  async #start(): Promise<void> {
    const { directory, template, statementTimeoutMs } = this.options;
    const onOverdue = () => this.#patient || this.#recover(overdue);
    const thread = await EmbeddedThread.open({ directory, template, limit: statementTimeoutMs, onOverdue });
    void thread.ended.then(() => {
      if (this.#thread === thread) this.#recover(crashed);
    });
    // The first statement of a new engine is slow. It is one of ours, which no limit ends: else a slow machine would open it for ever.
    await thread.run(CLEAN_START, false);
    this.#thread = thread;
    this.#next();
  }

  async #reopen(reason: Reason): Promise<void> {
    const thread = this.#thread;
    const holder = this.#holder;
    this.#thread = undefined;
    this.#holder = undefined;
    holder?.dismiss(...reason);
    await thread?.terminate();
    if (this.#closing) return;
    try {
      await this.#start();
    } catch (fault) {
      for (const socket of this.#waiting.splice(0)) socket.destroy(fault as Error);
      throw fault;
    }
  }

  /** As `restart`, where nobody waits for it. */
  #recover(reason: Reason): void {
    if (!this.#closing) log.warn('the embedded database is opened again', { code: reason[0], reason: reason[1] });
    this.restart(reason).catch((fault: Error) => log.error('the embedded database does not open again', { fault: fault.message }));
  }

  #next(): void {
    if (!this.#thread || this.#holder) return;
    this.#holder = this.#waiting.shift();
    this.#holder?.admit();
  }

  async #end(): Promise<void> {
    await this.#reopening?.catch(() => {});
    for (const socket of this.#waiting.splice(0)) socket.dismiss(...shutdown);
    this.#holder?.dismiss(...shutdown);
    this.#holder = undefined;
    await this.#thread?.close().catch(() => {}); // ended by its limit: as safe, only slower to open next time
  }
}

/** Query of the wire protocol (PostgreSQL manual, 54.7). */
function simpleQuery(sql: string): Buffer {
  const head = Buffer.from('Q\0\0\0\0');
  head.writeInt32BE(sql.length + 5, 1);
  return Buffer.concat([head, Buffer.from(`${sql}\0`)]);
}
