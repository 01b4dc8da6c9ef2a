import { readFile } from 'node:fs/promises';
import { Worker } from 'node:worker_threads';
import source from './embedded-worker.mjs?raw';

export interface ThreadOptions {
  /** Where the database lies, or 'memory://'. */
  readonly directory: string;
  /** Data directory as a tar, unpacked before opening; the directory must be new. */
  readonly template?: string;
  /** Usual limit of a statement in ms; 0 for none. */
  readonly limit: number;
  /** The running statement has exceeded its limit. Nothing but `terminate` stops it. */
  readonly onOverdue?: () => void;
}

type Request = Uint8Array | { readonly dump: string } | { readonly close: true };

interface Answer {
  readonly bytes?: Uint8Array;
  /** What the next statement may take, in ms; 0 for no limit. */
  readonly limit?: number;
  readonly error?: string;
}

interface Pending {
  /** Statements are subject to the limit; what opens and ends a session, dumping and closing are not. */
  readonly limited: boolean;
  resolve(answer: Answer): void;
  reject(fault: Error): void;
}

const ENGINE = import.meta.resolve('@electric-sql/pglite');
let compiled: Promise<WebAssembly.Module> | undefined;

/** The engine's code, compiled once in a process: every life of a database after the first opens in half of the time. */
function engineCode(): Promise<WebAssembly.Module> {
  compiled ??= readFile(new URL('pglite.wasm', ENGINE)).then((bytes) => WebAssembly.compile(bytes));
  return compiled;
}

/** One life of the embedded PostgreSQL: a worker thread with one PGlite, which answers requests in the order they came. */
export class EmbeddedThread {
  /** Resolves when the thread has ended, by itself, by `terminate` or by `close`. */
  readonly ended: Promise<void>;
  readonly #worker: Worker;
  readonly #pending: Pending[] = [];
  #limit: number;
  #alarm: NodeJS.Timeout | undefined;
  #fault: Error | undefined;
  #over = false;

  /** Resolves when the database answers; rejects with what kept it from opening. */
  static async open(options: ThreadOptions): Promise<EmbeddedThread> {
    const thread = new EmbeddedThread(options, await engineCode());
    await thread.#answered(false);
    return thread;
  }

  private constructor(
    private readonly options: ThreadOptions,
    code: WebAssembly.Module,
  ) {
    this.#limit = options.limit;
    const { directory, template, limit } = options;
    this.#worker = new Worker(new URL(`data:text/javascript,${encodeURIComponent(source)}`), {
      name: 'postgres',
      workerData: { engine: ENGINE, code, directory, template, limit },
      execArgv: [], // loaders and inspectors of the main thread are none of its business
    });
    this.#worker.on('message', (answer: Answer) => this.#take(answer));
    this.#worker.on('error', (fault) => {
      this.#fault = fault instanceof Error ? fault : new Error(`the embedded database failed: ${String(fault)}`);
    });
    this.ended = new Promise((resolve) => this.#worker.once('exit', () => resolve(this.#end())));
  }

  /** True while a statement is being answered. */
  get busy(): boolean {
    return this.#pending.some(({ limited }) => limited);
  }

  /**
   * Sends wire messages of one client and resolves with the server's. Rejects when the thread ends first: whether they took effect is
   * unknown then. `limited`: false for what opens or ends a session, which is nobody's statement.
   */
  async run(messages: Uint8Array, limited = true): Promise<Uint8Array> {
    this.#worker.postMessage(messages);
    const { bytes } = await this.#answered(limited);
    return bytes ?? new Uint8Array();
  }

  async dump(file: string): Promise<void> {
    await this.#request({ dump: file });
  }

  /** Lets what is running finish, closes the database and ends the thread. */
  async close(): Promise<void> {
    await this.#request({ close: true });
    await this.ended;
  }

  /** Ends the thread wherever it stands. To the data it is what `kill -9` is: every acknowledged commit is kept. */
  async terminate(): Promise<void> {
    await this.#worker.terminate();
    await this.ended;
  }

  async #request(request: Request): Promise<void> {
    this.#worker.postMessage(request);
    const { error } = await this.#answered(false);
    if (error) throw new Error(`the embedded database refused: ${error}`);
  }

  #answered(limited: boolean): Promise<Answer> {
    if (this.#over) return Promise.reject(this.#lost());
    return new Promise((resolve, reject) => {
      this.#pending.push({ limited, resolve, reject });
      if (this.#pending.length === 1) this.#watch();
    });
  }

  #take(answer: Answer): void {
    this.#limit = answer.limit ?? this.#limit;
    this.#pending.shift()?.resolve(answer);
    this.#watch();
  }

  /** The time of a request starts when the one before it is answered. */
  #watch(): void {
    clearTimeout(this.#alarm);
    const head = this.#pending[0];
    if (!head?.limited || this.#limit === 0) return;
    const check = () => setImmediate(() => head === this.#pending[0] && this.options.onOverdue?.()); // after a stall of our own, the answer may lie unread
    this.#alarm = setTimeout(check, this.#limit);
  }

  #end(): void {
    this.#over = true;
    clearTimeout(this.#alarm);
    for (const { reject } of this.#pending.splice(0)) reject(this.#lost());
  }

  #lost(): Error {
    return this.#fault ?? new Error('the embedded database has ended');
  }
}
