import type { Measure } from '#server/database/measure';

/** The measure of 障害: indicator 9. */
export const measures: readonly Measure[] = [
  {
    indicator: 'i09-oasis-daily',
    sql: `
  select coalesce(sum(users), 0)::numeric as numerator, count(*)::numeric as denominator, round(avg(users)) as value
  from disability.center_day where held_on >= $1 and held_on < $2`,
  },
];
