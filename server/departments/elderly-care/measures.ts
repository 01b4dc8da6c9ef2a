import type { Measure } from '#server/database/measure';

/** The measures of 介護: indicators 7 and 8. */
export const measures: readonly Measure[] = [
  {
    indicator: 'i07-kayoinoba',
    sql: `
  select count(*)::numeric as numerator, null::numeric as denominator, count(*)::numeric as value
  from elderly_care.gathering_group where started_on < $2 and (ended_on is null or ended_on >= $1)`,
  },
  {
    // A stock and no flow: how many stand on the last day, or today while the year runs.
    indicator: 'i08-layer2-council',
    sql: `
  select count(*)::numeric as numerator, null::numeric as denominator, count(*)::numeric as value
  from elderly_care.tier_two_base b, (select $1::date as first_day, $2::date as after_last) year
  where b.opened_on < year.after_last and (b.closed_on is null or b.closed_on >= year.after_last)`,
  },
];
