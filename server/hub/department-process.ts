import type { KeyObject } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { groundMigrations } from '#server/database/migrations/migrations';
import { type Database, type OpenOptions, openDatabase } from '#server/database/source';
import type { Department } from '#server/departments/department';
import { actorVerifier } from './actor-token';
import { DepartmentServer } from './department-server';
import { HttpDrain } from './http-drain';
import { buildSubgraph } from './subgraph';

export interface DepartmentProcessOptions {
  readonly department: Department;
  /** Its own database, or the hub's where both use one PostgreSQL. */
  readonly database: Pick<OpenOptions, 'url' | 'directory'>;
  /** Public keys of the hubs that may call (`hubKeys`). */
  readonly keys: () => readonly KeyObject[];
  readonly host: string;
  /** 0 for any that is free. */
  readonly port: number;
  /** Runs on the migrated database before the first call is taken. */
  readonly prepare?: (database: Database) => Promise<void>;
}

/** A department that answers. */
export interface DepartmentProcess {
  /** For the hub's list. */
  readonly url: string;
  /** Takes no new call, lets those at work end (5 seconds at most), and closes the database. */
  close(): Promise<void>;
}

/** Opens a department's house without the hub: its tables, its subgraph, its door. Throws when any part cannot be opened; nothing stays open then. */
export async function openDepartment({
  department,
  database: where,
  keys,
  host,
  port,
  prepare,
}: DepartmentProcessOptions): Promise<DepartmentProcess> {
  const subgraph = buildSubgraph(department.key, department);
  const database = await openDatabase({
    ...where,
    entities: department.entities,
    migrations: [...groundMigrations, department.migration],
    ...(prepare ? { prepare } : {}),
  });
  try {
    const server = new DepartmentServer(subgraph, database, actorVerifier(keys, department.key));
    const drain = new HttpDrain(server.http);
    const url = await listen(server, host, port);
    return { url, close: () => drain.close().finally(() => database.close()) };
  } catch (fault) {
    await database.close();
    throw fault;
  }
}

async function listen({ http }: DepartmentServer, host: string, port: number): Promise<string> {
  await new Promise<void>((done, failed) => {
    http.once('error', failed);
    http.listen(port, host, done);
  });
  const address = http.address() as AddressInfo;
  return `http://${host.includes(':') ? `[${host}]` : host}:${address.port}/graphql`;
}
