import type { Row, TableName } from '#seeds/tables';
import { fiscalYearOf } from '#server/kernel/fiscal-year';
import type { Quarter } from './quarter';

/** Rows of a table whose date in `column` lies in the fiscal year: those written by hand count towards what the plan says. */
export function rowsOfYear(quarter: Quarter, table: TableName, column: string, year: number): Row[] {
  return quarter.rows(table).filter(({ [column]: day }) => typeof day === 'string' && fiscalYearOf(day) === year);
}
