import type { Measure } from '#server/database/measure';

/** The measures of 子ども: indicators 4, 5 and 10. */
export const measures: readonly Measure[] = [
  {
    indicator: 'i04-tsudoi-outreach',
    sql: `
  select count(*)::numeric as numerator, null::numeric as denominator, count(*)::numeric as value
  from children.coordinator_trip where went_on >= $1 and went_on < $2`,
  },
  {
    indicator: 'i05-kodomo-plan-rate',
    sql: `
  select count(*) filter (where planned)::numeric as numerator, count(*)::numeric as denominator,
    round(100.0 * count(*) filter (where planned) / nullif(count(*), 0), 1) as value
  from (
    select exists (select 1 from children.individual_plan p where p.family_id = f.id and p.made_on >= $1 and p.made_on < $2) as planned
    from children.family f where f.taken_on >= $1 and f.taken_on < $2
  ) family`,
  },
  {
    indicator: 'i10-kosodate-kyoten',
    sql: `
  select coalesce(sum(visitors), 0)::numeric as numerator, null::numeric as denominator, sum(visitors)::numeric as value
  from children.plaza_day where held_on >= $1 and held_on < $2`,
  },
];
