import type { Database } from './source';

/** Tells the planner what the tables hold, after much was written at once: a server would notice minutes later. May take as long as it takes. */
export async function gatherStatistics(database: Database): Promise<void> {
  await patiently(database, 'analyze');
}

/**
 * What a server does for its tables by itself, and the embedded database, which has no autovacuum, has nobody to do: clears away rows that were
 * replaced, and gathers statistics. One table after the other, so that questions pass between them; does nothing on a server.
 */
export async function tendTables(database: Database): Promise<void> {
  if (database.kind !== 'embedded') return;
  const { rows } = await database.pool.query<{ name: string }>(
    `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind = 'r' and n.nspname !~ '^pg_' and n.nspname <> 'information_schema' order by c.oid`,
  );
  for (const { name } of rows) await patiently(database, `vacuum (analyze) ${name}`);
}

/** A statement without a limit; it leaves none behind for the next client. */
async function patiently(database: Database, sql: string): Promise<void> {
  const client = await database.pool.connect();
  try {
    await client.query('set statement_timeout = 0');
    await client.query(sql);
  } finally {
    await client.query('reset statement_timeout').then(
      () => client.release(),
      (fault: Error) => client.release(fault),
    );
  }
}
