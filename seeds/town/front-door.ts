import type { Batch, Row, TableName } from '#seeds/tables';
import type { SupportCase } from './model';
import type { Quarter } from './quarter';

/** Cases at the top of the list of each 担当 that a newcomer is likely to open. */
const FIRST = 3;
/** Cases behind the cards that lie on the agenda of the conference that is about to begin. */
const onTheTable = ['eighty-fifty', 'double-care'] as const;

const planted = / ?KOTEI-PII-\d{4,} ?/g;

/**
 * The rows without the markers that a newcomer would meet first: a 「KOTEI-PII-1041」 behind a sentence looks like a fault of the city. Every
 * other row keeps its own; which rows they are follows from the cases alone, so the city stays the same for the same plan.
 */
export function withoutMarkersAtTheDoor(quarter: Quarter, batches: readonly Batch[]): Batch[] {
  const guarded = batches.flatMap(({ table, rows }) => (table === 'core.protection' ? rows.map((row) => row.person_id) : []));
  const door = atTheDoor(quarter, new Set(guarded));
  const cases = new Set<unknown>(door.map(({ id }) => id));
  const people = new Set<unknown>(door.flatMap(({ household, person }) => [person.id, ...household.members.map((one) => one.person.id)]));
  const stands = (table: TableName, row: Row) =>
    cases.has(row.case_id ?? null) ||
    people.has(row.person_id ?? null) ||
    (table === 'core.support_case' && cases.has(row.id)) ||
    (table === 'core.agenda_item' && row.state === 'WAITING');
  return batches.map(({ table, rows }) => ({ table, rows: rows.map((row) => (stands(table, row) ? cleared(row) : row)) }));
}

/** The protected are not among them: nobody opens them by chance, and what guards them is watched by its markers. */
function atTheDoor({ cases, scenes }: Quarter, guarded: ReadonlySet<unknown>): SupportCase[] {
  const open = cases.filter(({ household }) => household.members.every(({ person }) => !guarded.has(person.id)));
  const newest = [...open].sort((one, other) => other.openedOn.localeCompare(one.openedOn) || (one.id < other.id ? 1 : -1));
  const teams = [...new Set(cases.flatMap((one) => [...one.teams]))];
  return [
    ...onTheTable.flatMap((key) => scenes.get(key) ?? []),
    ...teams.flatMap((team) => newest.filter((one) => one.teams.has(team)).slice(0, FIRST)),
  ];
}

function cleared(row: Row): Row {
  return Object.fromEntries(
    Object.entries(row).map(([column, value]) => [column, typeof value === 'string' ? value.replace(planted, '') : value]),
  );
}
