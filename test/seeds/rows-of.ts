import type { Batch, Row, TableName } from '#seeds/tables';

/** All rows of one table. */
export function rowsOf(batches: Iterable<Batch>, table: TableName): Row[] {
  return [...batches].filter((batch) => batch.table === table).flatMap(({ rows }) => rows);
}
