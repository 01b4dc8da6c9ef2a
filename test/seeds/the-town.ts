import type { Batch, Row, TableName } from '#seeds/tables';
import { idFor } from '#seeds/town/identifier';
import { town } from '#seeds/town/town';

/** The city that these tests look at. */
export const plan = { anchor: '2026-11-23', seed: 7, scale: 1 };
export const batches: readonly Batch[] = [...town(plan)];

const byTable = new Map<TableName, Row[]>();
for (const { table, rows: own } of batches) byTable.set(table, [...(byTable.get(table) ?? []), ...own]);

/** All rows of one table of the city. */
export function rows(table: TableName): Row[] {
  return byTable.get(table) ?? [];
}

/** The case written by hand under a key. */
export function caseOf(key: string): Row {
  const id = idFor('quarter', 0, 'case', key);
  const found = rows('core.support_case').find((row) => row.id === id);
  if (!found) throw new Error(`no case ${key}`);
  return found;
}

/** The id of a person written by hand: 'scene/member'. */
export function personOf(key: string): string {
  return idFor('quarter', 0, 'person', key);
}
