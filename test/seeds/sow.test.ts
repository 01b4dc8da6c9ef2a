import { describe, expect, inject, it } from 'vitest';
import { sow } from '#seeds/sow';
import { departmentNames } from '#seeds/tables';
import { asSystem } from '#server/database/as-viewer';
import { openTown } from '#test/kit/template';
import { batches, plan } from './the-town';

/** A database that only listens. */
function ear() {
  const heard: { sql: string; rows: number }[] = [];
  const run = async (sql: string, values: readonly unknown[] = []) => {
    const said: unknown = JSON.parse(String(values[0]));
    heard.push({ sql, rows: Array.isArray(said) ? said.length : 0 });
  };
  return { run, heard, tables: () => [...new Set(heard.map(({ sql }) => /into (\S+)/.exec(sql)?.[1]))] };
}

describe('sowing', () => {
  it('writes a thousand rows at a time and tells how far it is', async () => {
    const { run, heard } = ear();
    const told: number[] = [];
    const report = await sow(run, plan, (done, total) => {
      expect(done).toBeLessThanOrEqual(total);
      told.push(done / total);
    });
    expect(Math.max(...heard.map(({ rows }) => rows))).toBe(1000);
    expect(told.at(-1)).toBe(1);
    expect([...told].sort((a, b) => a - b)).toEqual(told);
    expect(report.rows).toBe(batches.reduce((sum, batch) => sum + batch.rows.length, 0));
    expect(report.tables['core.indicator_cell']).toBe(126);
    console.log(`${report.rows} rows in ${heard.length} statements`);
  });

  it('leaves the rest to others when a department sows only its own', async () => {
    for (const name of departmentNames) {
      const { run, tables } = ear();
      await sow(run, { ...plan, only: [name] }, () => undefined);
      const schema = name.replace('-', '_');
      expect(
        tables()
          .filter((table) => table !== 'hub.fact')
          .every((table) => table?.startsWith(`${schema}.`)),
        name,
      ).toBe(true);
      expect(tables()).toContain(`${schema}.case_record`);
      expect(tables()).toContain('hub.fact');
    }
    await expect(sow(ear().run, { ...plan, only: ['nobody'] }, () => undefined)).rejects.toThrow('nothing to sow for nobody');
  });

  it('leaves in the database which city it is, and meets its own keys the second time', async () => {
    const town = await openTown(inject('template'), inject('databaseUrl') ?? undefined);
    try {
      const kept = await asSystem(town, 'hub_sower', (query) => query<{ key: string; value: string }>('select key, value from hub.fact'));
      const facts = new Map(kept.map(({ key, value }) => [key, value]));
      expect(facts.get('anchor')).toBe('2026-11-23');
      expect(facts.get('fiscal_year_shift')).toBe('0');
      expect([...facts.keys()].sort()).toEqual(['anchor', 'fiscal_year_shift', 'scale', 'seed', 'sown_at']);
      const again = asSystem(town, 'hub_sower', (query) => sow(query, plan, () => undefined));
      await expect(again).rejects.toThrow(/duplicate key/);
    } finally {
      await town.close();
    }
  });
});
