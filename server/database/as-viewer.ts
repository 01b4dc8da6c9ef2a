import type pg from 'pg';
import type { EntityManager, QueryRunner } from 'typeorm';
import type { Viewer } from '#server/access/viewer';
import { insideTransaction, refuseNesting } from './nesting';
import { anonymiserRole, roleOf, type SystemRole, systemPrelude, viewerPrelude, wardenRole } from './prelude';
import type { Database } from './source';

/** Statements of a transaction, whoever it is of. */
export interface Statements {
  readonly database: Database;
  query<R = Record<string, unknown>>(sql: string, values?: readonly unknown[]): Promise<R[]>;
  /** Runs after a successful commit, in order; never when the transaction fails. */
  afterCommit(work: () => void): void;
}

/** A write transaction as one viewer. Nothing in it outlives the call. */
export interface Tx extends Statements {
  readonly viewer: Viewer;
  readonly manager: EntityManager;
  /**
   * Does, in this very transaction, what follows from the viewer's change and is not theirs to see: as the house itself (`hub_system`), which
   * reads nobody's records. `work` must answer nothing that it read.
   */
  asHouse(work: (house: Statements) => Promise<void>): Promise<void>;
  /**
   * Does `work` with the warden's hand, which sees for whom protections stand and writes them, held to the viewer's claims by its own policies
   * (migration 0005). What it learns must not reach the answer: the viewer may not know.
   */
  asWarden<T>(work: () => Promise<T>): Promise<T>;
  /**
   * Does `work` with the hand that compares (migration 0012): it reads who lives in a household that the viewer serves, and how many people fit a
   * description. Only yes or no may leave.
   */
  asAnonymiser<T>(work: () => Promise<T>): Promise<T>;
}

/**
 * The only maker of entity managers: one transaction with the viewer's role and claims, committed when `work` returns and rolled back when
 * it throws. Nesting is refused, since on the embedded database, which has one session, it would wait for itself.
 */
export async function asViewer<T>(database: Database, viewer: Viewer, work: (tx: Tx) => Promise<T>): Promise<T> {
  return transact(database, viewerPrelude(viewer), (runner, afterCommit) => {
    const statements: Statements = {
      database,
      query: (sql, values) => {
        database.statements += 1;
        return runner.query(sql, values as unknown[]);
      },
      afterCommit,
    };
    const asHouse: Tx['asHouse'] = async (follow) => {
      await runner.query(systemPrelude('hub_system'));
      await follow(statements);
      await runner.query(viewerPrelude(viewer));
    };
    const asRole =
      (role: string) =>
      async <R>(handed: () => Promise<R>): Promise<R> => {
        await runner.query(role);
        try {
          return await handed();
        } finally {
          // After a statement that failed nothing more is done in this transaction, and nothing of it is kept.
          await runner.query(roleOf(viewer)).catch(() => undefined);
        }
      };
    const hands = { asWarden: asRole(wardenRole), asAnonymiser: asRole(anonymiserRole) };
    return work({ ...statements, viewer, manager: runner.manager, asHouse, ...hands });
  });
}

/** A transaction of the house itself (sign-ins, displays, log, sowing). It has no entity manager and cannot see a person's records. */
export async function asSystem<T>(
  database: Database,
  role: SystemRole,
  work: (query: <R = Record<string, unknown>>(sql: string, values?: readonly unknown[]) => Promise<R[]>) => Promise<T>,
): Promise<T> {
  return transact(database, systemPrelude(role), (runner) => work((sql, values) => runner.query(sql, values as unknown[])));
}

async function transact<T>(
  database: Database,
  prelude: string,
  work: (runner: QueryRunner, afterCommit: (then: () => void) => void) => Promise<T>,
): Promise<T> {
  refuseNesting();
  const later: (() => void)[] = [];
  const result = await insideTransaction(async () => {
    const runner = database.source.createQueryRunner();
    const client: pg.PoolClient = await runner.connect();
    try {
      // Through TypeORM's own call: a save() that saw no transaction would begin and commit one of its own.
      await runner.startTransaction();
      await runner.query(prelude);
      const done = await work(runner, (then) => later.push(then));
      // Not through TypeORM's: after a statement that failed and was passed over PostgreSQL answers a commit with a rollback, and TypeORM does not tell.
      const { command } = await client.query('commit');
      if (command !== 'COMMIT') throw new Error('a statement failed and was passed over: nothing is written');
      return done;
    } catch (fault) {
      await client.query('rollback').catch(() => undefined);
      throw fault;
    } finally {
      await giveBack(runner, client);
    }
  });
  for (const then of later) then();
  return result;
}

/** A client whose transaction has not surely ended is destroyed, never reused: whoever came next would be this viewer. */
async function giveBack(runner: QueryRunner, client: pg.PoolClient): Promise<void> {
  if (client.getTransactionStatus() === 'I') return runner.release();
  await (runner as QueryRunner & { releasePostgresConnection(fault: Error): Promise<void> }).releasePostgresConnection(
    new Error('the transaction has not ended'),
  );
}
