/**
 * How an indicator of the plan is counted from rows. The SQL takes $1 = first day and $2 = day after the last of a fiscal year and gives one row
 * `(numerator numeric, denominator numeric, value numeric)`: the denominator is null for plain counts, the value is rounded as the indicator's
 * definition says and null where there is no data ("-" in the plan), which is not 0.
 */
export interface Measure {
  /** Id of the indicator, 'i04-tsudoi-outreach'. */
  readonly indicator: string;
  readonly sql: string;
}
