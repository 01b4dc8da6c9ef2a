import pg from 'pg';

/** Where the bench keeps its data while it runs. */
export interface Ground {
  /** A database of the bench's own on a real server; absent where there is none, and the embedded one serves. */
  readonly databaseUrl?: string;
  readonly says: string;
  clear(): Promise<void>;
}

const LOCAL = 'postgres://postgres@127.0.0.1:5432/postgres';

/**
 * Makes a database `bench_<pid>` on the server of DATABASE_URL, or on one that listens at 127.0.0.1:5432. Throws when DATABASE_URL is given
 * and cannot serve; without it, nobody listening means the embedded database.
 */
export async function makeGround(given: string | undefined): Promise<Ground> {
  const address = new URL(given ?? LOCAL);
  const name = `bench_${process.pid}`;
  const server = await connect(given ?? LOCAL).catch((fault: Error) => {
    if (given) throw new Error(`DATABASE_URL does not answer: ${fault.message}`);
  });
  if (!server) return { says: 'embedded PostgreSQL (PGlite): no real PostgreSQL was given or listens here', clear: async () => undefined };
  try {
    const { rows } = await server.query<{ free: boolean; version: string }>(
      `select rolsuper or rolbypassrls as free, current_setting('server_version') as version from pg_roles where rolname = current_user`,
    );
    if (!rows[0]?.free) throw new Error('the bench needs a role that row-level security does not stop: its peers read without walls');
    await server.query(`create database ${name}`);
    // As the hub's own connections say it: the same planner for whoever is measured.
    await server.query(`alter database ${name} set random_page_cost = 1.1`);
    address.pathname = `/${name}`;
    return { databaseUrl: address.href, says: `PostgreSQL ${rows[0].version}, database ${name}`, clear: () => drop(given ?? LOCAL, name) };
  } finally {
    await server.end();
  }
}

async function connect(address: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: address, connectionTimeoutMillis: 2_000 });
  await client.connect();
  return client;
}

async function drop(address: string, name: string): Promise<void> {
  const server = await connect(address);
  await server.query(`drop database if exists ${name} with (force)`);
  await server.end();
}
