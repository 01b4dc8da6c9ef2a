import { describe, expect, it } from 'vitest';
import { canary, markedColumns } from '#seeds/town/canaries';
import { batches, rows } from './the-town';

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
});
