import type { KeyObject } from 'node:crypto';
import { asSystem } from '#server/database/as-viewer';
import type { Database } from '#server/database/source';
import type { Department } from '#server/departments/department';
import { log } from '#server/kernel/log';
import { departmentAuditTables } from './audit-tables';
import { Deletions } from './deletions';
import type { DepartmentOrders } from './department-orders';
import { auditBefore } from './retention';
import { Sealer } from './sealer';

const EVERY_MS = 60_000;

export interface DepartmentKeeperOptions {
  readonly department: Department;
  /** The department's own, never the hub's: nobody else can go on with this chain. */
  readonly key: string;
  /** Where head file and deletions of the department's audit lie. */
  readonly dataDir: string;
  /** What the hub has told to delete, and by which keys it is known to be the hub. */
  readonly orders: DepartmentOrders;
  readonly hubs: () => readonly KeyObject[];
}

/** Keeps what a department in a database of its own has written down: seals it within a second, and deletes what the hub has decided to delete. */
export class DepartmentKeeper {
  readonly #sealer: Sealer;
  readonly #deletions: Deletions;
  #timer: NodeJS.Timeout | undefined;
  #work: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly database: Database,
    private readonly options: DepartmentKeeperOptions,
  ) {
    const { key, dataDir, department } = options;
    this.#sealer = new Sealer(database, { key, dataDir, tables: departmentAuditTables });
    this.#deletions = new Deletions(database, { key, dataDir, departments: [department] });
  }

  /** Before anybody is answered: a backup that was restored holds what has been deleted since. */
  async start(): Promise<void> {
    await this.#deletions.replay();
    await this.follow();
    this.#sealer.start();
    this.#timer = setInterval(() => {
      this.#work = this.follow().catch(() => log.warn('what the hub has deleted could not be deleted; trying again'));
    }, EVERY_MS);
    this.#timer.unref();
  }

  /** Carries out what has been given since. */
  async follow(): Promise<void> {
    const orders = this.options.orders.given(this.options.hubs());
    for (const { key, cases } of await this.#unknown(orders.filter((order) => order.cases))) {
      await this.#deletions.carryOut({ class: 'CASE', table: `${this.options.department.schema}.case`, rows: cases ?? [] }, key);
    }
    const before = orders.flatMap((order) => order.auditBefore ?? []).sort();
    const last = before.at(-1);
    if (last) for (const due of await auditBefore(this.database, departmentAuditTables, last)) await this.#deletions.carryOut(due);
  }

  async close(): Promise<void> {
    clearInterval(this.#timer);
    await this.#work;
    await this.#sealer.close();
    await this.#deletions.close();
  }

  async #unknown<O extends { readonly key: string }>(orders: readonly O[]): Promise<readonly O[]> {
    if (orders.length === 0) return [];
    const known = await asSystem(this.database, 'hub_keeper', (query) =>
      query<{ key: string }>('select key from hub.audit_tombstone where key = any ($1::uuid[])', [orders.map(({ key }) => key)]),
    );
    const done = new Set(known.map(({ key }) => key));
    return orders.filter(({ key }) => !done.has(key));
  }
}
