import pg from 'pg';
import { DataSource, type DataSourceOptions, DefaultNamingStrategy, MigrationExecutor, type MigrationInterface } from 'typeorm';
import { log } from '#server/kernel/log';
import type { Embedded } from './embedded';
import { preparing } from './preparing';
import { snake } from './shape';
import { type WakeOptions, wakeEmbedded } from './wake-embedded';

/** Property `openedOn` is column `opened_on`; the one rule, shared with the reader. */
class SnakeNaming extends DefaultNamingStrategy {
  override columnName(property: string, given: string | undefined): string {
    return given ?? snake(property);
  }
}

/** An open database. Only this room touches `source` and `pool`; everyone else goes through `asViewer`, a unit of reading or `asSystem`. */
export interface Database {
  readonly kind: 'embedded' | 'postgres';
  readonly source: DataSource;
  readonly pool: pg.Pool;
  /** Statements sent so far on behalf of viewers, begin and commit not counted. A test holds a query to its count. */
  statements: number;
  readonly embedded?: Embedded;
  close(): Promise<void>;
}

export interface OpenOptions extends WakeOptions {
  readonly url?: string;
  /** The embedded database, where it is opening already (`wakeEmbedded`). */
  readonly embedded?: Promise<Embedded>;
  // biome-ignore lint/complexity/noBannedTypes: TypeORM names an entity by its class
  readonly entities: readonly Function[];
  readonly migrations: readonly (new () => MigrationInterface)[];
  /** Work on the migrated database before it is open: on the embedded one, no limit holds for it yet. */
  readonly prepare?: (database: Database) => Promise<void>;
}

/** No statement of a viewer may run longer on a server (ms). */
const LIMIT_MS = 5_000;
/**
 * A server on the other end of a line that fell silent stops nothing: the client itself gives a statement up, twice as late as a living server
 * would have stopped it, and its connection with it. Whatever waits behind the statement fails with it.
 */
const SILENT_MS = 10_000;
const POOL_SIZE = 10;
/** Two hubs that start on one new database take turns to migrate it. */
const MIGRATION_LOCK = 7_230_014;

/**
 * Opens the database, brings its tables up to date and prepares it. No limit stops a statement of this, however slow the machine: whoever
 * waits for a house to open waits for all of it. Throws, with everything closed, when the embedded directory is in use by another process.
 */
export async function openDatabase(options: OpenOptions): Promise<Database> {
  const embedded = options.url ? undefined : await (options.embedded ?? wakeEmbedded(options));
  const patience = { ended: false };
  const extra = embedded
    ? {
        Client: preparing(unflustered(embedded.Client)),
        verify: embedded.verify,
        max: 1,
        pipeline: true,
        idleTimeoutMillis: 0,
        connectionTimeoutMillis: 30_000,
      }
    : {
        Client: preparing(unflustered(impatient(pg.Client, () => patience.ended))),
        max: POOL_SIZE,
        keepAlive: true,
        keepAliveInitialDelayMillis: SILENT_MS,
        pipeline: true,
        statement_timeout: options.limitMs ?? LIMIT_MS,
        // A tree read as one statement looks costly to the planner, which then compiles it for seconds; it runs in milliseconds. Behind the
        // walls it has forty tables, and planning it takes as long as reading it: a statement that comes again is planned once. A city lies in
        // memory, or on a disk that seeks nothing: found by its key, a row costs what it costs, also in a table of one page.
        options: '-c jit=off -c plan_cache_mode=force_generic_plan -c random_page_cost=1.1',
        connectionTimeoutMillis: 10_000,
      };
  const source = new DataSource({
    type: 'postgres',
    ...(options.url ? { url: options.url } : {}),
    installExtensions: false,
    uuidExtension: 'pgcrypto',
    namingStrategy: new SnakeNaming(),
    entities: [...options.entities],
    migrations: [...options.migrations],
    migrationsTableName: 'hub_migration',
    synchronize: false,
    poolSize: extra.max,
    extra,
  } as DataSourceOptions);
  try {
    await source.initialize();
    await migrate(source, !embedded);
    const database = opened(source, embedded);
    await options.prepare?.(database);
    embedded?.hurry();
    patience.ended = true;
    return database;
  } catch (fault) {
    if (source.isInitialized) await source.destroy();
    await embedded?.close();
    throw fault;
  }
}

function opened(source: DataSource, embedded: Embedded | undefined): Database {
  const pool = (source.driver as unknown as { master: pg.Pool }).master;
  pool.on('error', () => log.warn('an idle database connection was lost; the pool opens another'));
  return {
    kind: embedded ? 'embedded' : 'postgres',
    source,
    pool,
    statements: 0,
    ...(embedded ? { embedded } : {}),
    close: async () => {
      await source.destroy();
      await embedded?.close();
    },
  };
}

/**
 * A client whose connection dies says so by an event, which ends the process when nobody listens. Its queries fail by themselves, so
 * listening is all there is to do; from the very first client, before a pool could tell of it.
 */
function unflustered(Client: typeof pg.Client): typeof pg.Client {
  return class extends Client {
    constructor(config?: string | pg.ClientConfig) {
      super(config);
      this.on('error', () => undefined);
    }
  };
}

/** A client that gives up a statement to which nobody answers; not before `isOpen`, since migrating and sowing take what they take. */
function impatient(Client: typeof pg.Client, isOpen: () => boolean): typeof pg.Client {
  const timed = (config: unknown): unknown => {
    if (!isOpen()) return config;
    if (typeof config === 'string') return { text: config, query_timeout: SILENT_MS };
    return config && typeof config === 'object' && !('submit' in config) ? { query_timeout: SILENT_MS, ...config } : config;
  };
  return class extends Client {
    override query(...[config, ...rest]: unknown[]): never {
      return super.query(timed(config) as string, ...(rest as [])) as never;
    }
  };
}

/** Takes as long as it takes, on one connection: the lock, and the limit that is lifted, hold for the migrations themselves. */
async function migrate(source: DataSource, shared: boolean): Promise<void> {
  const runner = source.createQueryRunner();
  const migrations = new MigrationExecutor(source, runner);
  migrations.transaction = 'each';
  try {
    await runner.query('set statement_timeout = 0');
    if (shared) await runner.query(`select pg_advisory_lock(${MIGRATION_LOCK})`);
    await migrations.executePendingMigrations();
  } finally {
    // On a connection that broke off there is nothing to put back, and what broke it is told.
    if (shared) await runner.query(`select pg_advisory_unlock(${MIGRATION_LOCK})`).catch(() => undefined);
    await runner.query('reset statement_timeout').catch(() => undefined);
    await runner.release();
  }
}
