import { planBatches } from './plan/plan-batches';
import type { Batch } from './tables';
import { departmentNames, type Row, schemaOf, type TableName } from './tables';
import { TownCalendar } from './town/calendar';
import { type TownPlan, town } from './town/town';

/** Runs one statement in the transaction of the role hub_sower. */
export type Run = (sql: string, values?: readonly unknown[]) => Promise<unknown>;

export interface SowPlan extends TownPlan {
  /** Only these parts: 'core' or keys of departments. A department's own process sows its own and needs no core beside it. */
  readonly only?: readonly string[];
}

export interface SowReport {
  readonly rows: number;
  readonly tables: Readonly<Partial<Record<TableName, number>>>;
  readonly milliseconds: number;
}

/** Rows in one statement: enough to be quick, small enough to let others breathe. */
const BATCH = 1000;

/**
 * Sows the invented city into empty tables. `progress` hears of every batch; its total is exact for a city of one quarter and grows as it
 * learns better for larger ones. Throws what the database throws: a second sowing meets the keys of the first.
 */
export async function sow(run: Run, plan: SowPlan, progress: (done: number, total: number, table: string) => void): Promise<SowReport> {
  const started = performance.now();
  const schemas = schemasOf(plan.only);
  const counts = new Map<TableName, number>();
  let total = expected(plan, schemas);
  let done = 0;
  for (const batch of town(plan)) {
    if (!belongs(batch, schemas)) continue;
    for (let from = 0; from < batch.rows.length; from += BATCH) {
      const rows = batch.rows.slice(from, from + BATCH);
      await insert(run, batch.table, rows);
      done += rows.length;
      total = Math.max(total, done);
      counts.set(batch.table, (counts.get(batch.table) ?? 0) + rows.length);
      progress(done, total, batch.table);
    }
  }
  await remember(run, plan);
  return { rows: done, tables: Object.fromEntries(counts), milliseconds: Math.round(performance.now() - started) };
}

/** Sows what the city's plan says, and nothing invented: the ground of a hub for real people. */
export async function sowPlan(run: Run): Promise<void> {
  await sowBatches(run, planBatches());
}

/** Sows these rows, in the order in which they come. */
export async function sowBatches(run: Run, batches: readonly Batch[]): Promise<void> {
  for (const { table, rows } of batches) if (rows.length > 0) await insert(run, table, rows);
}

function schemasOf(only: readonly string[] = ['core', ...departmentNames]): ReadonlySet<string> {
  const known = ['core', ...departmentNames] as const;
  return new Set(
    only.map((part) => {
      const found = known.find((one) => one === part);
      if (!found) throw new Error(`there is nothing to sow for ${part}`);
      return schemaOf(found);
    }),
  );
}

function belongs({ table }: Batch, schemas: ReadonlySet<string>): boolean {
  return schemas.has(table.slice(0, table.indexOf('.')));
}

/** Rows to come, taking every quarter to be as large as the first. */
function expected({ anchor, seed, scale }: SowPlan, schemas: ReadonlySet<string>): number {
  let rows = 0;
  for (const batch of town({ anchor, seed, scale: 1 })) if (belongs(batch, schemas)) rows += batch.rows.length;
  return rows * scale;
}

/** The table's own row type says how each value is read: no list of types to keep in step, arrays and nulls included. */
async function insert(run: Run, table: TableName, rows: readonly Row[]): Promise<void> {
  const columns = Object.keys(rows[0] ?? {}).join(', ');
  await run(`insert into ${table} (${columns}) select ${columns} from json_populate_recordset(null::${table}, $1::json)`, [
    JSON.stringify(rows),
  ]);
}

/** What this database holds, for whoever opens it next. `fiscal_year_shift`: rows of the plan's R6 are dated in the fiscal year 2024 + shift. */
async function remember(run: Run, { anchor, seed, scale }: SowPlan): Promise<void> {
  const facts = { anchor, seed: String(seed), scale: String(scale), fiscal_year_shift: String(new TownCalendar(anchor).shift) };
  await run(
    `insert into hub.fact (key, value) select key, value from json_each_text($1::json) union all select 'sown_at', now()::text
     on conflict (key) do update set value = excluded.value`,
    [JSON.stringify(facts)],
  );
}
