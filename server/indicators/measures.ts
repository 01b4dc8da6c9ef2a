import type { Measure } from '#server/database/measure';

/** A plain count: zero is zero. `matter` is what follows `select … from`. */
const count = (counted: string, matter: string) => `
  select ${counted}::numeric as numerator, null::numeric as denominator, ${counted}::numeric as value
  from ${matter}`;

/** A share in whole per cent; nobody to look at is no data. */
const share = (numerator: string, denominator: string, matter: string) => `
  select ${numerator}::numeric as numerator, ${denominator}::numeric as denominator,
    round(100.0 * ${numerator} / nullif(${denominator}, 0)) as value
  from ${matter}`;

const newConsultations = (organization: string) =>
  count(
    'count(*)',
    `core.consultation c join core.organization o on o.id = c.organization_id
  where o.key = '${organization}' and c.is_new and c.received_on >= $1 and c.received_on < $2`,
  );

const heldSessions = (kind: string) =>
  count('count(*)', `core.session where kind = '${kind}' and status = 'CLOSED' and held_on >= $1 and held_on < $2`);

/** The measures of the core: indicators 1–3, 6 and 11–18. The words beside each are in the indicator's definition. */
export const measures: readonly Measure[] = [
  { indicator: 'i01-houkatsu-new', sql: newConsultations('houkatsu') },
  { indicator: 'i02-kikan-new', sql: newConsultations('kikan') },
  { indicator: 'i03-shogai-soudan-new', sql: newConsultations('sodan-jigyosho') },
  { indicator: 'i06-seikatsu-new', sql: newConsultations('seikatsu-sodan') },
  {
    indicator: 'i11-open-talking-bar',
    sql: count(
      'count(distinct m.organization_id)',
      `core.session s join core.session_member m on m.session_id = s.id
  where s.kind = 'OPEN_TALKING_BAR' and s.status = 'CLOSED' and s.held_on >= $1 and s.held_on < $2`,
    ),
  },
  { indicator: 'i12-shien-kaigi', sql: heldSessions('SHIEN_KAIGI') },
  { indicator: 'i13-juso-kaigi', sql: heldSessions('JUSOTEKI_CASE') },
  {
    // No outreach worker in the year: no data, and not zero.
    indicator: 'i14-outreach-worker',
    sql: `
  select n.connected as numerator, null::numeric as denominator, case when w.active then n.connected end as value
  from (select count(*)::numeric as connected from core.outreach where connected_on >= $1 and connected_on < $2) n,
    (select exists (select 1 from core.staff
      where 'outreach' = any (roles) and active_from < $2 and (active_until is null or active_until >= $1)) as active) w`,
  },
  {
    indicator: 'i15-furatto',
    sql: count('count(*)', `core.walk_in where project_id = 'furatto-yorimichi' and connected_on >= $1 and connected_on < $2`),
  },
  {
    indicator: 'i16-nutrition-connect',
    sql: share(
      'count(distinct person_id) filter (where session_id is not null and connected_on < $2)',
      'count(distinct person_id)',
      'core.nutrition_patrol where problem_found and visited_on >= $1 and visited_on < $2',
    ),
  },
  {
    indicator: 'i17-participation-change',
    sql: share(
      'count(distinct person_id) filter (where change_seen)',
      'count(distinct person_id)',
      'core.participation_support where evaluated_on >= $1 and evaluated_on < $2',
    ),
  },
  {
    indicator: 'i18-employment-matching',
    sql: count('count(*)', `core.participation_support where kind = 'EMPLOYMENT' and matched_on >= $1 and matched_on < $2`),
  },
];
