import type { KeyObject } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { asSystem } from '#server/database/as-viewer';
import { groundMigrations, sealMigrations } from '#server/database/migrations/migrations';
import { type Database, type OpenOptions, openDatabase } from '#server/database/source';
import { tendTables } from '#server/database/upkeep';
import type { Department } from '#server/departments/department';
import { actorVerifier } from './actor-token';
import { DepartmentKeeper } from './audit/department-keeper';
import { DepartmentOrders } from './audit/department-orders';
import { DepartmentServer } from './department-server';
import { keepHouse } from './housekeeping';
import { HttpDrain } from './http-drain';
import { buildSubgraph } from './subgraph';

type Where = Pick<OpenOptions, 'url' | 'directory'>;

/** The key of a department's own chain, where its head lies, and where the hub leaves what is to be deleted. */
export interface Keeping {
  readonly key: string;
  readonly dataDir: string;
  readonly ordersDir: string;
}

export interface DepartmentProcessOptions {
  readonly department: Department;
  /** Its own database, or the hub's where both use one PostgreSQL. */
  readonly database: Where;
  /** Public keys of the hubs that may call (`hubKeys`). */
  readonly keys: () => readonly KeyObject[];
  readonly host: string;
  /** 0 for any that is free. */
  readonly port: number;
  /** How its own audit is kept; without it the database is the hub's, and the hub keeps it. */
  readonly keeping?: Keeping;
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
  keeping,
  prepare,
}: DepartmentProcessOptions): Promise<DepartmentProcess> {
  const subgraph = buildSubgraph(department.key, department);
  const database = await openDepartmentDatabase(department, where, { ...(prepare ? { prepare } : {}), isOwn: Boolean(keeping) });
  try {
    const keeper = keeping && (await keepingUp(database, department, keys, keeping));
    const stopHousekeeping = keepHouse([() => tendTables(database)]);
    const server = new DepartmentServer(subgraph, database, actorVerifier(keys, department.key));
    const drain = new HttpDrain(server.http);
    const url = await listen(server, host, port);
    return {
      url,
      close: () => {
        stopHousekeeping();
        return drain
          .close()
          .finally(() => keeper?.close())
          .finally(() => database.close());
      },
    };
  } catch (fault) {
    await database.close();
    throw fault;
  }
}

/** A department's tables, with the chain of its own audit where the database is its own. */
export function openDepartmentDatabase(
  department: Department,
  where: Where,
  { isOwn, ...more }: Pick<OpenOptions, 'prepare'> & { readonly isOwn: boolean },
): Promise<Database> {
  const migrations = [...groundMigrations, ...(isOwn ? sealMigrations : []), ...department.migrations];
  return openDatabase({ ...where, entities: department.entities, migrations, ...more });
}

/** Where the hub's own audits stand, the hub seals: a second chain over the same rows would be none. */
async function keepingUp(
  database: Database,
  department: Department,
  hubs: DepartmentProcessOptions['keys'],
  { key, dataDir, ordersDir }: Keeping,
): Promise<DepartmentKeeper | undefined> {
  const [found] = await asSystem(database, 'hub_system', (query) =>
    query<{ there: boolean }>(`select to_regclass('hub.denial_audit') is not null as there`),
  );
  if (found?.there) return undefined;
  const keeper = new DepartmentKeeper(database, { department, key, dataDir, orders: new DepartmentOrders(ordersDir), hubs });
  await keeper.start();
  return keeper;
}

async function listen({ http }: DepartmentServer, host: string, port: number): Promise<string> {
  await new Promise<void>((done, failed) => {
    http.once('error', failed);
    http.listen(port, host, done);
  });
  const address = http.address() as AddressInfo;
  return `http://${host.includes(':') ? `[${host}]` : host}:${address.port}/graphql`;
}
