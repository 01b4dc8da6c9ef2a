import type { Row } from '../graphql/problem';
import type { Conflicting } from '../offline/outbox';
import { consoleWords } from '../words/console-words';
import { dayAndWeekday } from '../words/era-date';
import { fieldWord } from '../words/field-words';

/** One field that both changed, in words. */
export interface ConflictRow {
  readonly field: string;
  readonly yours: string;
  readonly current: string;
}

const BOOKKEEPING = new Set(['id', 'version', '__typename', 'doneAt']);

/** Puts a value of a field into words where the page knows them: an organisation's or item's id, the number of a step. `row`: what it stands in. */
export type Wording = (field: string, value: string, row: Row) => string | undefined;

/** The fields in which the two versions differ, as a person reads them. */
export function conflictRows(current: Row, yours: Row, wording: Wording): ConflictRow[] {
  return Object.keys(yours)
    .filter((field) => !BOOKKEEPING.has(field))
    .map((field) => ({ field: fieldWord(field), yours: inWords(yours, field, wording), current: inWords(current, field, wording) }))
    .filter((row) => row.yours !== row.current);
}

/** What has become another since the person looked, beside what the two versions differ in: field by field, as it was and as it is. */
export function changedSince(
  { current, yours, seen = {} }: Conflicting,
  wording: Wording,
): (readonly [field: string, was: string, is: string])[] {
  return Object.keys(seen)
    .filter(
      (field) => field in current && textOf(current[field]) === textOf(yours[field]) && textOf(current[field]) !== textOf(seen[field]),
    )
    .map((field) => [fieldWord(field), inWords(seen, field, wording), inWords(current, field, wording)]);
}

function inWords(row: Row, field: string, wording: Wording): string {
  const text = textOf(row[field]);
  if (text === '') return consoleWords.conflict.nothing;
  return /^\d{4}-\d{2}-\d{2}$/.test(text) ? dayAndWeekday(text) : (wording(field, text, row) ?? text);
}

/** Whether the row still stands as the person saw it, in the fields that they are changing: then nobody was first, and nothing unseen is lost. */
export function isAsSeen(current: Row, seen: Row): boolean {
  return Object.keys(seen).every((field) => field in current && textOf(current[field]) === textOf(seen[field]));
}

/** Rows name other rows by id, some as an object: either way the id. */
function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'object' ? textOf((value as Row).id) : String(value);
}
