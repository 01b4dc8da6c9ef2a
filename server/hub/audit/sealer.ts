import { asSystem } from '#server/database/as-viewer';
import type { Database } from '#server/database/source';
import { log } from '#server/kernel/log';
import { type AuditTable, auditTables, rowHash } from './audit-tables';
import { Chain, type Link, NOTHING } from './chain';
import { HeadFile } from './head-file';
import { afterSealing, everything, type OpenRange } from './open-ranges';

export interface SealerOptions {
  readonly key: string;
  /** Where the head file lies. */
  readonly dataDir: string;
  /** Whose rows; all of the hub's unless it is a department's own database. */
  readonly tables?: readonly AuditTable[];
}

/** Rows in one link, at most of each table: enough to keep up with a full hub, short enough to let others in between. */
const MOST = 1_000;
const EVERY_MS = 500;
/** Of all nodes of one database one seals at a time. */
const SEALER_LOCK = 7_230_016;

interface Found {
  readonly table_name: AuditTable;
  readonly id: string;
  readonly hash: string;
}
interface LastLink {
  readonly is_mine: boolean;
  readonly id: string | null;
  readonly mac: string | null;
  readonly open: string | null;
  readonly at: string;
  readonly oldest: string;
  readonly next: string;
  readonly seconds: string;
}

type Query = Parameters<Parameters<typeof asSystem>[2]>[0];
type Open = Readonly<Partial<Record<string, readonly OpenRange[]>>>;

/**
 * Seals what was written down, within a second: every row of every audit becomes part of a chain, in the order in which it was found. A row that
 * commits late is found late, by its own key; no answer ever waits for this.
 */
export class Sealer {
  readonly #chain: Chain;
  readonly #head: HeadFile;
  readonly #tables: readonly AuditTable[];
  readonly #found: string;
  #timer: NodeJS.Timeout | undefined;
  #work: Promise<unknown> = Promise.resolve();
  #isClosed = false;
  #failures = 0;

  constructor(
    private readonly database: Database,
    { key, dataDir, tables = auditTables }: SealerOptions,
  ) {
    this.#chain = new Chain(key);
    this.#head = new HeadFile(dataDir);
    this.#tables = tables;
    this.#found = foundIn(tables);
  }

  start(): void {
    this.#timer = setTimeout(() => {
      this.#work = this.#round().finally(() => this.#isClosed || this.start());
    }, EVERY_MS);
    this.#timer.unref();
  }

  /** Seals what is there, and stops. */
  async close(): Promise<void> {
    this.#isClosed = true;
    clearTimeout(this.#timer);
    await this.#work;
    await this.#round();
    await this.#head.close();
  }

  /** Seals until nothing is left. What fails is tried again in the next round. */
  async #round(): Promise<void> {
    try {
      while ((await this.seal()) >= MOST) await new Promise((then) => setImmediate(then));
      this.#failures = 0;
    } catch {
      this.#failures += 1;
      if (this.#failures === 1) log.warn('the audit could not be sealed; trying again');
    }
  }

  /** One link; answers how many rows it seals. None, where another node is at it or nothing new is there. */
  async seal(): Promise<number> {
    const made = await asSystem(this.database, 'hub_keeper', async (query) => {
      const [last] = await query<LastLink>(LAST, [SEALER_LOCK]);
      if (!last?.is_mine) return undefined;
      const open = (last.open ? JSON.parse(last.open) : {}) as Open;
      const found = await query<Found>(this.#found, [
        JSON.stringify(Object.fromEntries(this.#tables.map((table) => [table, open[table] ?? everything]))),
      ]);
      if (found.length === 0) return undefined;
      return this.#append(query, last, open, found);
    });
    if (!made) return 0;
    await this.#head.sealed(made.id, made.mac);
    return made.rows;
  }

  async #append(query: Query, last: LastLink, open: Open, found: readonly Found[]): Promise<{ id: number; mac: string; rows: number }> {
    const standing = { oldest: Number(last.oldest), next: Number(last.next), at: Number(last.seconds) };
    // Found in the order of their moments, which may run against their keys: two who write at once, or a clock that was set back.
    const keysOf = (table: string) => {
      const keys = found.filter((row) => row.table_name === table).map(({ id }) => Number(id));
      return keys.sort((one, other) => one - other);
    };
    const left = this.#tables.map((table) => [table, afterSealing(open[table] ?? everything, keysOf(table), standing)]);
    const link: Link = {
      id: Number(last.id ?? 0) + 1,
      at: last.at,
      tables: found.map(({ table_name }) => table_name),
      rows: found.map(({ id }) => Number(id)),
      digests: found.map(({ table_name, id, hash }) => this.#chain.digest(table_name, Number(id), hash)),
      open: JSON.stringify(Object.fromEntries(left)),
    };
    const mac = this.#chain.seal(last.mac ?? NOTHING, link);
    await query(
      'insert into hub.audit_seal (id, at, table_names, row_ids, digests, open, mac) values ($1, $2::timestamptz, $3, $4, $5, $6, $7)',
      [link.id, link.at, link.tables, link.rows, link.digests, link.open, mac],
    );
    return { id: link.id, mac, rows: found.length };
  }
}

/** A moment as a link carries it. */
export const moment = (column: string) => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

/** Takes the turn, and tells the last link and how the database stands. Whoever looked before the other's commit fails on the link's number, and comes again. */
const LAST = `select pg_try_advisory_xact_lock($1) as is_mine, set_config('timezone', 'UTC', true), s.id, s.mac, s.open, ${moment('clock_timestamp()')} as at,
    pg_snapshot_xmin(pg_current_snapshot())::text as oldest, pg_snapshot_xmax(pg_current_snapshot())::text as next,
    extract(epoch from clock_timestamp())::bigint as seconds
  from (select 1) one left join lateral (select * from hub.audit_seal order by id desc limit 1) s on true`;

/**
 * SQL: what is not sealed yet, of `$1`, the open keys of each table. Range by range along the key: joined and sorted as a whole, a table would be walked
 * from its first row twice a second, for ever longer.
 */
export const foundIn = (tables: readonly AuditTable[]) =>
  tables
    .map(
      (table) => `(select '${table}' as table_name, t.* from json_array_elements($1::json -> '${table}') g cross join lateral (
         select a.id, ${rowHash('a')} as hash, a.at from ${table} a
         where a.id between (g.value ->> 'from')::bigint and coalesce((g.value ->> 'to')::bigint, 9223372036854775807) order by a.id limit ${MOST}) t
       order by t.id limit ${MOST})`,
    )
    .reduce((all, one) => `${all} union all ${one}`)
    .replace(/^/, 'select table_name, id, hash from (')
    .concat(') f order by at, table_name, id');
