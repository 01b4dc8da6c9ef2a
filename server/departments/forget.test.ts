import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asSystem } from '#server/database/as-viewer';
import { type DepartmentAlone, departmentAlone } from '#test/kit/department-alone';
import { departments } from './registry';

describe.each(departments)('what $key forgets', (department) => {
  let house: DepartmentAlone;
  beforeAll(async () => {
    house = await departmentAlone(department);
  });
  afterAll(() => house?.close());

  it('is every row of a case, as the keeper who may not read what it says', async () => {
    const { schema } = department;
    const columns = (
      await house.database.pool.query(
        `select c.table_name, c.is_nullable from information_schema.columns c where c.table_schema = $1 and c.column_name = 'case_id'`,
        [schema],
      )
    ).rows as { table_name: string; is_nullable: string }[];
    expect(columns.length).toBeGreaterThan(1);
    const gone = randomUUID();
    for (const { table_name } of columns) await sowRow(house, `${schema}.${table_name}`, gone);
    await asSystem(house.database, 'hub_keeper', async (query) => {
      for (const sql of department.forget) await query(sql, [[gone]]);
    });
    for (const { table_name } of columns) {
      const { rows } = await house.database.pool.query(`select 1 from ${schema}.${table_name} where case_id = $1`, [gone]);
      expect(rows, table_name).toEqual([]);
      await expect(
        asSystem(house.database, 'hub_keeper', (query) => query(`select * from ${schema}.${table_name}`)),
        table_name,
      ).rejects.toThrow(/permission denied/);
    }
  });
});

/** A row of the case with whatever a table's other columns take. */
async function sowRow(house: DepartmentAlone, table: string, caseId: string): Promise<void> {
  const [schema, name] = table.split('.');
  const { rows } = await house.database.pool.query(
    `select column_name, data_type, (select pg_get_constraintdef(k.oid) from pg_constraint k where k.conrelid = $3::regclass and k.contype = 'c'
       and k.conkey = array[c.ordinal_position::smallint]) as allowed
     from information_schema.columns c where table_schema = $1 and table_name = $2 and is_nullable = 'NO' and column_default is null`,
    [schema, name, table],
  );
  const some: Readonly<Record<string, unknown>> = { uuid: randomUUID(), date: '2020-04-01', integer: 1, boolean: true };
  const row = Object.fromEntries(
    rows.map(({ column_name, data_type, allowed }) => [column_name, some[data_type] ?? /'([^']+)'/.exec(allowed ?? '')?.[1] ?? '言葉']),
  );
  await house.sow(name as string, { ...row, case_id: caseId });
}
