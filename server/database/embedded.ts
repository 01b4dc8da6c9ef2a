import { existsSync, mkdirSync, realpathSync, renameSync, rmdirSync, rmSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import pg from 'pg';
import { lockDirectory } from './directory-lock';
import { EmbeddedEngine } from './embedded-engine';
import { EmbeddedSocket } from './embedded-socket';
import { EmbeddedThread } from './embedded-thread';

/**
 * PostgreSQL inside this process: PGlite in a thread of its own, so that no query, however heavy, holds up the main thread.
 *
 * - One session: pool clients take turns, `max: 1` is the honest pool. Each starts clean, whatever the one before left behind.
 * - `statement_timeout` means what it means on a server (`set local statement_timeout = '10min'`, 0 for none; it holds from the next
 *   message on), but costs more: the statement fails with 57014 and its client is lost, since the engine must be opened again (0.4 s).
 * - Safe against a killed process, not against power loss: PGlite never calls fsync.
 * - `copy … from stdin` ends the engine (it is opened again); `listen` reaches only the client that listens.
 */
export interface Embedded {
  /** `pg.Client` that talks to the embedded engine whatever address it is given; pass it as the pool option `Client`. */
  readonly Client: typeof pg.Client;
  /** Pool option `verify`: rollback and discard all, so that nothing survives a destroyed client even without the engine's own care. */
  readonly verify: (client: pg.ClientBase, callback: (fault?: Error) => void) => void;
  /** Stops the running statement, which fails with 57014, and opens the same directory again (0.4 s; 'memory://' starts from its template). The client at work gets an `error` event; a pool replaces it. */
  restart(): Promise<void>;
  /** Ends the patience with which it was opened: from now on the limit of a statement holds. */
  hurry(): void;
  /** Closes the database and lets go of the directory. Clients still open are dismissed. */
  close(): Promise<void>;
  /** Writes the data directory as a tar, for `template`. Throws while a transaction is open. */
  dumpTo(file: string): Promise<void>;
}

export interface EmbeddedOptions {
  /** Created when new. 'memory://' keeps nothing: for tests. */
  readonly directory: string;
  /** Tar that `dumpTo` wrote; a new directory starts as its copy instead of empty (0.6 s instead of 2.5 s). */
  readonly template?: string;
  /** What a statement may take unless `statement_timeout` says otherwise, in ms. */
  readonly statementTimeoutMs?: number;
  /** No limit holds before `hurry`: opening, migrating and sowing take what they take, on a slow machine too. */
  readonly patient?: boolean;
}

const STATEMENT_TIMEOUT_MS = 5_000;
const MEMORY = 'memory://';

/** Opens the database under `directory`. Throws `EmbeddedInUse` when a live process has it open. */
export async function openEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const { directory, template, statementTimeoutMs = STATEMENT_TIMEOUT_MS, patient } = options;
  if (directory === MEMORY) return embedded(await EmbeddedEngine.open({ directory, template, statementTimeoutMs, patient }));
  const place = placeOf(directory);
  const lock = lockDirectory(place);
  try {
    if (!existsSync(join(place, 'PG_VERSION'))) await create(place, template);
    return embedded(await EmbeddedEngine.open({ directory: place, statementTimeoutMs, patient }), lock.release);
  } catch (fault) {
    lock.release();
    throw fault;
  }
}

/** One path for one directory, so that its lock is one file. */
function placeOf(directory: string): string {
  const parent = dirname(resolve(directory));
  mkdirSync(parent, { recursive: true });
  return join(realpathSync(parent), basename(directory));
}

/**
 * Makes the database aside and gives it its name when it is whole: a process killed on the way leaves nothing that looks like a
 * database. Its thread ends here, and with it the half gigabyte that making a database takes.
 */
async function create(place: string, template: string | undefined): Promise<void> {
  const draft = `${place}.new`;
  rmSync(draft, { recursive: true, force: true });
  const thread = await EmbeddedThread.open({ directory: draft, template, limit: 0 });
  await thread.close();
  if (existsSync(place)) rmdirSync(place); // throws unless empty: what lies there is not ours
  renameSync(draft, place);
}

function embedded(engine: EmbeddedEngine, release?: () => void): Embedded {
  return {
    Client: clientOf(engine),
    verify: (client, callback) => {
      client
        .query('rollback')
        .then(() => client.query('discard all'))
        .then(() => callback(), callback);
    },
    restart: () => engine.restart(),
    hurry: () => engine.hurry(),
    close: async () => {
      await engine.close();
      release?.();
    },
    dumpTo: (file) => engine.dumpTo(file),
  };
}

/** Everything that names or secures a server is overwritten, also what `pg` would take from PGHOST, PGSSLMODE and the like. */
function clientOf(engine: EmbeddedEngine): typeof pg.Client {
  const address = {
    connectionString: undefined,
    host: 'localhost',
    port: 5432,
    user: 'postgres',
    password: '',
    database: 'postgres',
    ssl: false,
    options: '',
  };
  return class extends pg.Client {
    constructor(config?: string | pg.ClientConfig) {
      super({ ...(typeof config === 'string' ? {} : config), ...address, stream: () => new EmbeddedSocket(engine) });
    }
  };
}
