import { sow } from '#seeds/sow';
import { asSystem } from '#server/database/as-viewer';
import type { Database } from '#server/database/source';
import { gatherStatistics } from '#server/database/upkeep';
import type { Department } from '#server/departments/department';
import type { Town } from '#server/hub/town-file';
import { tenths } from './tenths';

/**
 * Sows a department's own rows of the invented city into a database of its own; all of them or nothing. Rows that are there stay, and in the
 * hub's database, which has the core beside it, the hub sows.
 */
export async function sowDepartment(
  database: Database,
  { key, name, schema }: Department,
  town: Town,
  say: (line: string) => void,
): Promise<void> {
  const isSown = await asSystem(database, 'hub_sower', async (query) => {
    const [found] = await query<{ sown: boolean }>(
      `select to_regnamespace('core') is not null or exists (select from ${schema}.case_record) as sown`,
    );
    if (found?.sown) return false;
    say(`${name}の架空の記録をつくっています（基準日 ${town.anchor}）…`);
    const tell = tenths(say);
    await query('set local statement_timeout = 0');
    await sow(query, { ...town, only: [key] }, tell);
    tell(1, 1);
    return true;
  });
  if (isSown) await gatherStatistics(database);
}
