import type { Selected } from './reading';

/**
 * Rows of `source` under alias `t` as a subquery with one column `json`, and a column `subjects` where they are somebody's records: their
 * keys, separated by blanks. `tail`: which rows, in which order, how many.
 */
export function rowsSql({ columns, lateral, joins, subjects }: Selected, source: string, t: string, tail: string): string {
  if (subjects.length === 0) return `select row_to_json(r) as json from (select ${columns} from ${source} ${t}${lateral}${tail}) r`;
  const keys = subjects.length === 1 ? subjects[0] : `concat_ws(' ', ${subjects.join(', ')})`;
  const head = `select row_to_json(r) as json, ${keys} as subjects from`;
  const row = ` cross join lateral (select ${columns}) r`;
  if (!joins) return `${head} ${source} ${t}${lateral}${row}${tail}`;
  // Chosen and cut first: what is joined is read for the rows that remain, and for no others.
  return `${head} (select ${t}.* from ${source} ${t}${tail}) ${t}${lateral}${joins}${row}`;
}

/** Such rows as one row: an array, empty when there are none, and all their keys. */
export function listSql({ subjects }: Selected, rows: string): string {
  return `select coalesce(json_agg(q.json), '[]'::json) as json${subjects.length > 0 ? `, string_agg(q.subjects, ' ') as subjects` : ''} from (${rows}) q`;
}
