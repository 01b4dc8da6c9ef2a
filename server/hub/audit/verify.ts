import { asSystem } from '#server/database/as-viewer';
import type { Database } from '#server/database/source';
import { type AuditTable, auditTables, rowHash, tableNames } from './audit-tables';
import { Chain, type Link, NOTHING } from './chain';
import { faultOfHead } from './check-head';
import type { HeadEntry } from './head-file';
import { everything, type OpenRange } from './open-ranges';
import { moment } from './sealer';

/** What a walk along the chain found. */
export interface Verdict {
  readonly links: number;
  readonly rows: number;
  /** Rows that were deleted when their time had come. */
  readonly buried: number;
  /** Rows that no link names yet. */
  readonly unsealed: { readonly count: number; readonly oldest?: string };
  /** The first thing that is wrong, in words for whoever runs the command. */
  readonly fault?: string;
  /** Whether chain and rows are whole in themselves, and only the head file says otherwise: as after restoring an older backup. */
  readonly isWhole: boolean;
  /** What is to be known, and no fault. */
  readonly notes: readonly string[];
}

type Query = Parameters<Parameters<typeof asSystem>[2]>[0];
type Open = Readonly<Partial<Record<string, readonly OpenRange[]>>>;

interface Row {
  readonly id: string;
  readonly at: string;
  readonly table_names: string[];
  readonly row_ids: string[];
  readonly digests: string[];
  readonly open: string;
  readonly mac: string;
}

/** Links looked at in one go. */
const STRIDE = 50;

/** Walks the chain from its beginning to the head file's end, and names the first row or link that is not what was sealed. */
export async function verifyAudit(
  database: Database,
  key: string,
  head: readonly HeadEntry[],
  tables: readonly AuditTable[] = auditTables,
): Promise<Verdict> {
  return asSystem(database, 'hub_keeper', async (query) => {
    await query(`select set_config('timezone', 'UTC', true), set_config('statement_timeout', '10min', true)`);
    const walk = new Walk(query, new Chain(key), tables);
    const fault = (await walk.run()) ?? (await walk.stranger());
    const headed = faultOfHead(walk, new Chain(key), head);
    return {
      links: walk.links,
      rows: walk.rows,
      buried: walk.buried,
      unsealed: await walk.unsealed(),
      isWhole: fault === undefined,
      notes: headed.notes,
      ...((fault ?? headed.fault) ? { fault: (fault ?? headed.fault) as string } : {}),
    };
  });
}

class Walk {
  links = 0;
  rows = 0;
  buried = 0;
  readonly macs = new Map<number, string>();
  #previous = NOTHING;
  #open: Open = {};
  readonly #sealed: ReadonlyMap<string, Set<number>>;
  #graves: ReadonlySet<string> | undefined;

  constructor(
    private readonly ask: Query,
    private readonly chain: Chain,
    private readonly tables: readonly AuditTable[],
  ) {
    this.#sealed = new Map(tables.map((table) => [table, new Set()]));
  }

  async run(): Promise<string | undefined> {
    for (;;) {
      const rows = await this.ask<Row>(
        `select id, ${moment('at')} as at, table_names, row_ids, digests, open, mac from hub.audit_seal where id > $1 order by id limit ${STRIDE}`,
        [this.links],
      );
      const standing = await this.#standing(rows);
      for (const row of rows) {
        const fault = this.#faultOfLink(row) ?? (await this.#faultOfRows(row, standing));
        if (fault) return fault;
      }
      if (rows.length < STRIDE) return undefined;
    }
  }

  /** A row that no link names, where none can be new any more. */
  async stranger(): Promise<string | undefined> {
    for (const table of this.tables) {
      const rows = await this.#outside(table);
      const [first] = rows.filter(({ id }) => !this.#isOpen(table, id));
      if (first) return `${tableNames[table]}の行 ${first.id}（${first.at}）は、鎖にないのに後から入っています。`;
    }
    return undefined;
  }

  async unsealed(): Promise<Verdict['unsealed']> {
    const rows: { id: number; at: string }[] = [];
    for (const table of this.tables) rows.push(...(await this.#outside(table)).filter(({ id }) => this.#isOpen(table, id)));
    const [oldest] = rows.map(({ at }) => at).sort();
    return { count: rows.length, ...(oldest ? { oldest } : {}) };
  }

  /** The content of all rows that these links name, by table and key. */
  async #standing(links: readonly Row[]): Promise<ReadonlyMap<string, string>> {
    const found = new Map<string, string>();
    for (const table of this.tables) {
      const ids = links.flatMap(({ table_names, row_ids }) => row_ids.filter((_, place) => table_names[place] === table));
      if (ids.length === 0) continue;
      const rows = await this.ask<{ id: string; hash: string }>(
        `select t.id, ${rowHash('t')} as hash from ${table} t where t.id = any ($1::bigint[])`,
        [ids],
      );
      for (const { id, hash } of rows) found.set(`${table} ${id}`, hash);
    }
    return found;
  }

  #faultOfLink(row: Row): string | undefined {
    const id = Number(row.id);
    if (id !== this.links + 1) return `鎖の${this.links + 1}番目がありません（次にあるのは${id}番目）。消されています。`;
    const link: Link = {
      id,
      at: row.at,
      tables: row.table_names,
      rows: row.row_ids.map(Number),
      digests: row.digests,
      open: row.open,
    };
    if (this.chain.seal(this.#previous, link) !== row.mac)
      return `鎖の${id}番目（${row.at}）が書き換えられたか、順が入れ替わっています（鍵が違うときも、こうなります）。`;
    this.#previous = row.mac;
    this.#open = JSON.parse(row.open) as Open;
    this.links = id;
    this.macs.set(id, row.mac);
    return undefined;
  }

  async #faultOfRows(link: Row, standing: ReadonlyMap<string, string>): Promise<string | undefined> {
    for (const [place, text] of link.row_ids.entries()) {
      const [table, id] = [link.table_names[place] as AuditTable, Number(text)];
      const where = `${tableNames[table]}の行 ${id}（鎖の${link.id}番目、${link.at}に封じたもの）`;
      const hash = standing.get(`${table} ${id}`);
      if (this.#sealed.get(table)?.has(id)) return `${where}が、二度封じられています。`;
      this.#sealed.get(table)?.add(id);
      if (hash === undefined) {
        if (!(await this.#isBuried(table, id))) return `${where}が消されています。`;
        this.buried += 1;
      } else if (this.chain.digest(table, id, hash) !== link.digests[place]) return `${where}が書き換えられています。`;
      this.rows += 1;
    }
    return undefined;
  }

  /** Whether a tombstone that was made with the key names the row. */
  async #isBuried(table: string, id: number): Promise<boolean> {
    if (!this.#graves) {
      const stones = await this.ask<{ key: string; class: string; table_name: string; row_ids: string[]; mac: string }>(
        'select key, class, table_name, row_ids, mac from hub.audit_tombstone',
      );
      const genuine = stones.filter((each) => this.chain.tombstone(each.key, each.class, each.table_name, each.row_ids) === each.mac);
      this.#graves = new Set(genuine.flatMap((each) => each.row_ids.map((row) => `${each.table_name} ${row}`)));
    }
    return this.#graves.has(`${table} ${id}`);
  }

  readonly #outsiders = new Map<string, readonly { id: number; at: string }[]>();
  async #outside(table: AuditTable): Promise<readonly { id: number; at: string }[]> {
    const known = this.#outsiders.get(table);
    if (known) return known;
    const rows = await this.ask<{ id: string; at: string }>(`select id, ${moment('at')} as at from ${table} order by id`);
    const found = rows.map(({ id, at }) => ({ id: Number(id), at })).filter(({ id }) => !this.#sealed.get(table)?.has(id));
    this.#outsiders.set(table, found);
    return found;
  }

  #isOpen(table: string, id: number): boolean {
    return (this.#open[table] ?? everything).some(({ from, to }) => id >= from && (to === null || id <= to));
  }
}
