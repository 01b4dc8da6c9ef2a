import { randomBytes } from 'node:crypto';
import pg from 'pg';

/** A new database with nothing in it, beside the one that the tests were given. */
export interface EmptyDatabase {
  readonly url: string;
  drop(): Promise<void>;
}

export async function emptyDatabase(url: string): Promise<EmptyDatabase> {
  const name = `hub_test_${randomBytes(6).toString('hex')}`;
  await onServer(url, `create database ${name}`);
  const own = new URL(url);
  own.pathname = `/${name}`;
  return { url: own.href, drop: () => onServer(url, `drop database ${name} with (force)`) };
}

async function onServer(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(sql).finally(() => client.end());
}
