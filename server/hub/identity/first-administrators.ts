import type { asSystem } from '#server/database/as-viewer';

type Query = Parameters<Parameters<typeof asSystem>[2]>[0];

/** Four eyes need two people. */
const NEEDED = 2;

export interface FirstAdministrators {
  /** Secrets of the links that the console prints. */
  firstLinks(): Promise<readonly string[]>;
}

/** How many of the first two administrators cannot sign in yet: from two on, every further one is made by two administrators. */
export async function firstAdministratorsMissing(query: Query): Promise<number> {
  const [row] = await query<{ count: number }>(
    `select count(*)::int as count from core.staff s
     where 'administrator' = any (s.roles) and s.active_from <= hub.today() and (s.active_until is null or s.active_until >= hub.today())
       and (exists (select 1 from hub.account a where a.staff_id = s.id) or exists (select 1 from hub.subject b where b.staff_id = s.id))`,
  );
  return Math.max(0, NEEDED - (row?.count ?? 0));
}
