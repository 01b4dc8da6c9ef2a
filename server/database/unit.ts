import pg from 'pg';
import type { SharedCases, Viewer } from '#server/access/viewer';
import { isId } from '#server/kernel/ids';
import { refuseNesting } from './nesting';
import { viewerPrelude } from './prelude';
import type { Database } from './source';
import type { Subjects } from './subjects';
import { together } from './together';

/** One statement that answers one row: a column of JSON text, and one that says whose records were read, where it does. */
export interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
  /** The name of its text (`nameOf`), where it is at hand; prepared under it when it comes again (`preparing`). */
  readonly name?: string;
  /** Told whose records the statement has read. */
  readonly subjects?: Subjects;
}

interface Row {
  readonly json: string | null;
  readonly subjects?: string | null;
}

/**
 * One unit of reading: a single read-only transaction as the viewer, opened by the first statement and shared by everything that one
 * operation reads, in the core and in embedded departments. A statement that fails undoes itself (savepoint) and leaves the others whole.
 */
export class Unit {
  #client: Promise<pg.PoolClient> | undefined;
  #closed = false;

  constructor(
    private readonly database: Database,
    readonly viewer: Viewer,
  ) {}

  /** The JSON text that the statement answers, or null. `cases`: vouched for during this statement only. */
  async json(statement: Statement, cases?: SharedCases): Promise<string | null> {
    const client = await this.#open();
    this.database.statements += 1;
    const [first, result, last] = await Promise.allSettled(
      together(
        client,
        () =>
          [
            client.query(`savepoint part${cases ? `; ${vouch(cases)}` : ''}`),
            client.query<Row>(asked(statement)),
            client.query('rollback to savepoint part'),
          ] as const,
      ),
    );
    for (const step of [first, result, last]) if (step.status === 'rejected') throw step.reason;
    return result.status === 'fulfilled' ? jsonOf(statement, result.value.rows[0]) : null;
  }

  /** Ends the unit: nothing is read with it any more. */
  async close(): Promise<void> {
    this.#closed = true;
    await this.rest();
  }

  /**
   * Ends the transaction and gives the client back; a later statement opens another. A change does this first: it needs a client of its
   * own, and the embedded database has only one. A client whose end is uncertain is destroyed, never reused.
   */
  async rest(): Promise<void> {
    const opened = this.#client;
    this.#client = undefined;
    const client = await opened?.catch(() => undefined);
    if (!client) return;
    await client.query('commit').then(
      () => client.release(),
      () => client.release(true),
    );
  }

  #open(): Promise<pg.PoolClient> {
    if (this.#closed) throw new Error('the unit of reading has ended');
    refuseNesting();
    this.#client ??= this.database.pool.connect().then(async (client) => {
      try {
        await client.query(`begin read only; ${viewerPrelude(this.viewer)}`);
        return client;
      } catch (fault) {
        client.release(true);
        throw fault;
      }
    });
    return this.#client;
  }
}

/**
 * Reads statements known beforehand as one unit in one round trip: prelude, statements and commit leave together. Throws the first
 * statement's fault; nothing is answered then.
 */
export async function readTogether(database: Database, viewer: Viewer, statements: readonly Statement[]): Promise<(string | null)[]> {
  refuseNesting();
  const client = await database.pool.connect();
  database.statements += statements.length;
  const steps = await Promise.allSettled(
    together(client, () => [
      client.query(`begin read only; ${viewerPrelude(viewer)}`),
      ...statements.map((statement) => client.query(asked(statement))),
      client.query('commit'),
    ]),
  );
  const last = steps.at(-1);
  client.release(last?.status === 'rejected');
  for (const step of steps) if (step.status === 'rejected') throw step.reason;
  return statements.map((statement, index) => {
    const step = steps[index + 1];
    return step?.status === 'fulfilled' ? jsonOf(statement, (step.value as pg.QueryResult<Row>).rows[0]) : null;
  });
}

function jsonOf({ subjects }: Statement, row: Row | undefined): string | null {
  subjects?.add(row?.subjects);
  return row?.json ?? null;
}

const asked = ({ text, values, name }: Statement): pg.QueryConfig => ({ text, values: [...values], ...(name ? { name } : {}) });

function vouch(cases: SharedCases): string {
  if (!Object.keys(cases).every(isId)) throw new Error('a vouched case is no id');
  const claim = pg.escapeLiteral(JSON.stringify({ cases }));
  return `select set_config('hub.viewer', (current_setting('hub.viewer')::jsonb || ${claim}::jsonb)::text, true)`;
}
