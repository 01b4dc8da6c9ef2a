import { markedColumns } from '#seeds/town/canaries';
import type { Town } from '#test/kit/a-town';

/** Every marker of a text. */
export const markersIn = (text: string): string[] => text.match(/KOTEI-PII-\d{4,}/g) ?? [];

const live = 'k.withdrawn_at is null and now() >= k.valid_from and now() < k.valid_until';
/** Of these 担当 those to whom the person is not closed. */
const unlessProtected = (personId: string, teams: string) => `array(select one from unnest(${teams}) one
  where exists (select 1 from core.person_guard g where g.person_id = ${personId} and (not g.protected or one = any (g.holders))))`;
/** 担当 to whom a live consent opens `what`, where the consent is one of those that meet `condition`. */
const receivers = (condition: string, what: string) => `array(select one from core.consent k, unnest(k.receivers) one
  where not one = any (k.exclusions) and ${condition} and ${live} and '${what}' = any (k.classes)
    and exists (select 1 from core.person_guard g where g.person_id = k.person_id and (not g.protected or one = any (g.holders))))`;
/** 担当 of those who have the person open in an emergency now. */
const inEmergency = `array(select s.team_id from core.break_glass b join core.staff s on s.id = b.staff_id
  where b.person_id = t.person_id and b.ended_at is null and now() < b.until and s.team_id is not null)`;
const person = (what: string) =>
  unlessProtected(
    't.person_id',
    `((select g.teams from core.person_guard g where g.person_id = t.person_id) || ${receivers('k.person_id = t.person_id', what)} || ${inEmergency})`,
  );
const nobody = `'{}'::text[]`;

/**
 * Which 担当 may read what stands in each marked table, as SQL on its row `t`: told from the teams, consents and holders of the rows
 * themselves. A case worker steers no conference, so the notes of those who do are for nobody here.
 */
const owners: Readonly<Record<string, string>> = {
  'core.person_identity': person('identity'),
  'core.person_contact': person('address'),
  'core.support_case': unlessProtected(
    't.person_id',
    `(t.teams || ${receivers('k.case_id = t.id and k.person_id = t.person_id', 'note')})`,
  ),
  'core.consultation': `array[t.team_id] || ${unlessProtected('t.person_id', receivers('k.case_id = t.case_id and k.person_id = t.person_id', 'note'))}`,
  // The condition is read by whoever has to keep it.
  'core.consent': unlessProtected(
    't.person_id',
    `array(select one from unnest((select g.teams from core.person_guard g where g.person_id = t.person_id) || t.holder
       || case when t.withdrawn_at is null and now() >= t.valid_from and now() < t.valid_until then t.receivers end) one where not one = any (t.exclusions))`,
  ),
  'core.support_plan': `(select c.teams || ${unlessProtected('c.person_id', receivers('k.case_id = c.id and k.person_id = c.person_id', 'sensitive'))} from core.support_case c where c.id = t.case_id)`,
  'core.service': `array(select o.team_id from core.organization o where o.id = t.organization_id)`,
  'core.case_card': 't.teams',
  'core.action_item': `array(select s.team_id from core.session_member m join core.staff s on s.id = m.staff_id where m.session_id = t.session_id)`,
  'children.individual_plan': `array['children'] || array(select unnest(${unlessProtected('c.person_id', receivers('k.case_id = c.id and k.person_id = c.person_id', 'sensitive'))})
    from children.family f join core.support_case c on c.id = f.case_id where f.id = t.family_id)`,
  'core.agenda_item': nobody,
  'core.location': nobody,
  'core.protection': 't.holders',
  'core.outreach': nobody,
  'core.walk_in': nobody,
};

const ownDepartment = (table: string) =>
  table.startsWith('core.') ? undefined : `array['${table.slice(0, table.indexOf('.')).replace('_', '-')}']`;

/** For every marker of the city, the 担当 whose case workers may read it. Throws for a marked table of which nothing is told here. */
export async function ownersOfMarkers(
  town: Town,
): Promise<ReadonlyMap<string, { readonly place: string; readonly teams: readonly string[] }>> {
  const found = new Map<string, { place: string; teams: string[] }>();
  for (const [table, columns] of Object.entries(markedColumns)) {
    const teams = owners[table] ?? ownDepartment(table);
    if (!teams) throw new Error(`who may read what is marked in ${table}? Tell it here`);
    for (const column of columns) {
      const rows = await town.rows<{ text: string; teams: string[] }>(
        `select t.${column} as text, ${teams} as teams from ${table} t where t.${column} ~ 'KOTEI-PII'`,
      );
      for (const row of rows)
        for (const marker of markersIn(row.text)) found.set(marker, { place: `${table}.${column}`, teams: row.teams });
    }
  }
  return found;
}
