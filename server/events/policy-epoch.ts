import { asSystem, type Statements, type Tx } from '#server/database/as-viewer';
import type { Database } from '#server/database/source';
import { BOARD_CHANNEL } from './board-log';
import { wakesOf } from './wakes';

/** On the channel of the boards, in the place of a session: look at everything anew. It tells neither whom nor what it is about. */
export const POLICY_WAKE = 'policy';

/**
 * Says, with the commit, that what people may see has changed (a consent given or withdrawn): every board whose content may rest on it is read
 * anew by every process, and sent only where it shows something else than before.
 */
export function changePolicy(tx: Tx): Promise<void> {
  return tx.asHouse(sayPolicyChanged);
}

/** The same from within what the house is doing already. */
export async function sayPolicyChanged(house: Statements): Promise<void> {
  await house.query('insert into hub.policy_epoch default values');
  if (house.database.kind === 'postgres') await house.query(`select pg_notify('${BOARD_CHANNEL}', '${POLICY_WAKE}')`);
  house.afterCommit(() => wakesOf(house.database).emit('policy'));
}

/** Changes since this process opened that it has not followed yet, by their number. All that are committed are found, in whatever order they were. */
export async function changesToFollow(database: Database, node: string, since: string): Promise<string[]> {
  return asSystem(database, 'hub_system', async (query) => {
    const rows = await query<{ epoch: string }>(
      `select e.epoch::text as epoch from hub.policy_epoch e where e.at >= $2 and not exists (
         select 1 from hub.time_to_hide h where h.epoch = e.epoch and h.node = $1) order by e.epoch`,
      [node, since],
    );
    return rows.map(({ epoch }) => epoch);
  });
}

/** What following them came to: of how many classes of viewers on this process the last has been sent what it may see since. */
export interface Followed {
  readonly node: string;
  readonly epochs: readonly string[];
  readonly classes: number;
  /** Classes to whom something else was sent than they had. */
  readonly changed: number;
}

/** Writes down, by the database's clock, that they have been followed: the time to hide is the difference to when they were committed. */
export async function recordFollowed(database: Database, { node, epochs, classes, changed }: Followed): Promise<void> {
  await asSystem(database, 'hub_system', (query) =>
    query(
      `insert into hub.time_to_hide (epoch, node, classes, changed) select e, $2, $3, $4 from unnest($1::bigint[]) e on conflict do nothing`,
      [epochs, node, classes, changed],
    ),
  );
}

/** The database's own time, as text that it takes back. */
export async function databaseTime(database: Database): Promise<string> {
  return asSystem(database, 'hub_system', async (query) => {
    const [row] = await query<{ at: string }>('select clock_timestamp()::text as at');
    return row?.at ?? '';
  });
}
