import { consentBatches } from '#seeds/plan/consent-data';
import { sowBatches, sowPlan } from '#seeds/sow';
import { asSystem } from '#server/database/as-viewer';
import type { Database } from '#server/database/source';
import { BadSettings } from './settings';

/** What a database holds: nothing yet, an invented city, or real people. It never becomes the other. */
type Ground = 'none' | 'invented' | 'real';

const FACT = 'ground';

/** What stands in this database already. */
async function groundOf(database: Database): Promise<Ground> {
  const rows = await asSystem(database, 'hub_system', (query) =>
    query<{ key: string }>(`select key from hub.fact where key in ('anchor', $1)`, [FACT]),
  );
  const keys = rows.map((row) => row.key);
  return keys.includes(FACT) ? 'real' : keys.includes('anchor') ? 'invented' : 'none';
}

/** Throws `BadSettings` when demo sign-in would open real records, or real people would find an invented city. */
export async function insistOnGround(database: Database, demo: boolean): Promise<void> {
  const ground = await groundOf(database);
  if (demo && ground === 'real')
    throw new BadSettings([
      'HUB_DEMO: このデータベースには本物の記録があります。体験用サインインでは開けません。off にするか、別の HUB_DATA_DIR・DATABASE_URL にしてください。',
    ]);
  if (!demo && ground === 'invented')
    throw new BadSettings([
      'HUB_DEMO: このデータベースには架空の町が入っています。職員が使うハブには、空の HUB_DATA_DIR・DATABASE_URL を使ってください。',
    ]);
}

/** Lays the ground of a hub for real people into an empty database: departments, teams and what the plan says. False when it is laid already. */
export async function layGroundOnce(database: Database): Promise<boolean> {
  if ((await groundOf(database)) !== 'none') return false;
  await asSystem(database, 'hub_sower', async (query) => {
    await sowPlan(query);
    await query(`insert into hub.fact (key, value) values ($1, 'real')`, [FACT]);
  });
  return true;
}

/** Lays what the city's data have gained since a ground was laid, where it is missing: a database of an earlier version has tables without rows. */
export async function layWhatWasAdded(database: Database): Promise<void> {
  await asSystem(database, 'hub_sower', async (query) => {
    const [kept] = await query<{ any: boolean }>('select exists (select 1 from core.disclosure_regime) as any');
    if (!kept?.any) await sowBatches(query, consentBatches());
  });
}
