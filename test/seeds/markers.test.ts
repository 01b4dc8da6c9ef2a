import { describe, expect, it } from 'vitest';
import { canary, markedColumns } from '#seeds/town/canaries';
import { batches, caseOf, rows } from './the-town';

describe('markers', () => {
  const found = batches.flatMap(({ table, rows: own }) =>
    own.flatMap((row) =>
      Object.entries(row)
        .filter(([, value]) => canary.test(String(value)))
        .map(([column, value]) => ({ at: `${table}.${column}`, value: String(value) })),
    ),
  );

  it('stand in every column that tells of somebody, and in no other', () => {
    const wanted = Object.entries(markedColumns).flatMap(([table, columns]) => columns.map((column) => `${table}.${column}`));
    expect([...new Set(found.map(({ at }) => at))].sort()).toEqual(wanted.sort());
    console.log(`${found.length} markers in ${wanted.length} columns`);
  });

  it('are each used once', () => {
    const markers = found.flatMap(({ value }) => value.match(new RegExp(canary, 'g')) ?? []);
    expect(new Set(markers).size).toBe(markers.length);
  });

  it('stand in one note of ten', () => {
    const notes = rows('core.consultation').filter(({ note }) => note !== null);
    const share = notes.filter(({ note }) => canary.test(String(note))).length / notes.length;
    expect(share).toBeGreaterThan(0.09);
    expect(share).toBeLessThan(0.11);
  });

  it('do not stand at the front door: on the board that is about to begin, nor in the cases that each 担当 sees first', () => {
    const doors = new Set<unknown>([caseOf('eighty-fifty').id, caseOf('double-care').id]);
    const newest = [...rows('core.support_case')].sort(
      (one, other) => String(other.opened_on).localeCompare(String(one.opened_on)) || (String(one.id) < String(other.id) ? 1 : -1),
    );
    for (const team of ['elderly-care', 'disability', 'livelihood', 'children', 'council', 'connection'])
      doors.add(newest.find(({ teams }) => (teams as string[]).includes(team))?.id);
    const met = batches.flatMap(({ table, rows: own }) =>
      own.filter((row) => doors.has(row.case_id) || doors.has(row.id) || (table === 'core.agenda_item' && row.state === 'WAITING')),
    );
    expect(met.length).toBeGreaterThan(20);
    expect(met.filter((row) => Object.values(row).some((value) => canary.test(String(value))))).toEqual([]);
  });
});
