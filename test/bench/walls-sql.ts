import { readFileSync } from 'node:fs';
import type pg from 'pg';
import type { Viewer } from '#server/access/viewer';
import { viewerPrelude } from '#server/database/prelude';
import { openDatabase } from '#server/database/source';
import type { FreeRole } from './free-role';
import { limitSql } from './limit-sql';
import type { Question } from './questions';
import type { Volume } from './volume';

/** The statement by itself; in a transaction with the viewer's claims and a role that row policies do not stop; and with the viewer's own role. */
export type Way = 'bare' | 'claims' | 'walls';

const ROUNDS = 12;
/** Rounds until everything is planned and in memory. */
const WARM = 2;
const ANSWERS = 300;

/**
 * Milliseconds of its own processor time that the database spends on one answer of the hand-written statement, round by round: one connection as the
 * hub opens them, the ways in turn. undefined where the database runs on another machine, or on a system that does not tell.
 */
export async function databaseTime(
  url: string,
  question: Question,
  volume: Volume,
  viewer: Viewer,
  free: FreeRole,
): Promise<Readonly<Record<Way, number[]>> | undefined> {
  const prelude = viewerPrelude(viewer);
  const ways = Object.entries({ bare: '', claims: free.inPlaceOfStaff(prelude), walls: prelude }) as [Way, string][];
  const values = question.variables(volume).map(({ id }) => [id]);
  const spent: Record<Way, number[]> = { bare: [], claims: [], walls: [] };
  const database = await openDatabase({ url, entities: [], migrations: [] });
  const client = await database.pool.connect();
  try {
    const clock = await clockOf(client);
    if (!clock) return undefined;
    for (let round = 0; round < WARM + ROUNDS; round += 1) {
      for (const [way, begin] of round % 2 === 0 ? ways : ways.toReversed()) {
        const before = clock();
        for (let n = 0; n < ANSWERS; n += 1) {
          if (begin) await client.query(`begin read only; ${begin}`);
          await client.query({ name: question.name + way, text: limitSql[question.name].text, values: values[n % values.length] ?? [] });
          if (begin) await client.query('commit');
        }
        if (round >= WARM) spent[way].push((clock() - before) / ANSWERS);
      }
    }
    return spent;
  } finally {
    client.release();
    await database.close();
  }
}

/** Tells how long the process behind this connection has run so far (ms). */
async function clockOf(client: pg.PoolClient): Promise<(() => number) | undefined> {
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
  const read = (name: string) => readFileSync(`/proc/${rows[0]?.pid}/${name}`, 'utf8');
  try {
    if (!read('comm').startsWith('postgres')) return undefined;
    read('schedstat');
  } catch {
    return undefined;
  }
  return () => Number(read('schedstat').split(' ')[0]) / 1e6;
}
