import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { asSystem, asViewer } from '#server/database/as-viewer';
import type { Database } from '#server/database/source';
import { departments } from '#server/departments/registry';
import { departmentAuditTables } from '#server/hub/audit/audit-tables';
import { DepartmentKeeper } from '#server/hub/audit/department-keeper';
import { DepartmentOrders } from '#server/hub/audit/department-orders';
import { HeadFile } from '#server/hub/audit/head-file';
import { verifyAudit } from '#server/hub/audit/verify';
import { openDepartmentDatabase } from '#server/hub/department-process';
import { caseworker } from '#test/kit/department-alone';
import { emptyDatabase } from '#test/kit/empty-database';

const KEY = 'key-of-the-tests-for-a-departments-audit';
const hub = generateKeyPairSync('ed25519');
const children = departments.find(({ key }) => key === 'children') as (typeof departments)[number];

let dataDir: string;
let database: Database;
let keeper: DepartmentKeeper;
let orders: DepartmentOrders;
let drop: () => Promise<void>;

beforeEach(async () => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'department-audit-'));
  const place = process.env.DATABASE_URL ? await emptyDatabase(process.env.DATABASE_URL) : undefined;
  drop = place?.drop ?? (async () => undefined);
  database = await openDepartmentDatabase(children, place ? { url: place.url } : { directory: 'memory://' }, { isOwn: true });
  orders = new DepartmentOrders(dataDir);
  keeper = keeping(database);
  await keeper.start();
});
afterEach(async () => {
  await keeper.close();
  await orders.close();
  await database.close().finally(drop);
  rmSync(dataDir, { recursive: true, force: true });
});

const keeping = (on: Database) =>
  new DepartmentKeeper(on, { department: children, key: KEY, dataDir, orders, hubs: () => [hub.publicKey] });
const give = (order: { cases?: string[]; auditBefore?: string }, key = randomUUID()) =>
  orders.give({ key, at: new Date().toISOString(), ...order }, hub.privateKey);
const verdict = () => verifyAudit(database, KEY, new HeadFile(dataDir).entries(), departmentAuditTables);
const owner = (sql: string, values: unknown[] = []) => database.pool.query(sql, values).then(({ rows }) => rows);
const changed = (action: string) =>
  asViewer(database, caseworker('children'), (tx) =>
    tx.query(`insert into hub.change_audit (actor, action, subject_type) values ($1, $2, 'ChildrenRecord')`, [tx.viewer.actor, action]),
  );
const sealed = () =>
  vi.waitFor(
    async () => {
      const { unsealed, links } = await verdict();
      expect({ unsealed: unsealed.count, chained: links > 0 }).toEqual({ unsealed: 0, chained: true });
    },
    { timeout: 15_000, interval: 200 },
  );

/** A row in every table that hangs on a case, each with words that must go; of a case that is forgotten and of one that stays. */
async function records(caseId: string): Promise<void> {
  await asSystem(database, 'hub_sower', async (query) => {
    await query(
      `insert into children.case_record (id, case_id, opened_on, children_count, note) values (gen_random_uuid(), $1, '2020-05-01', 2, 'KOTEI-NOTE')`,
      [caseId],
    );
    await query(
      `with f as (insert into children.family (id, case_id, taken_on, theme) values (gen_random_uuid(), $1, '2020-05-01', 'KOTEI-THEME') returning id)
       insert into children.individual_plan (id, family_id, made_on, goal) select gen_random_uuid(), id, '2020-06-01', 'KOTEI-GOAL' from f`,
      [caseId],
    );
    await query(
      `insert into children.pregnancy_consultation (id, case_id, consulted_on, stage, note) values (gen_random_uuid(), $1, '2020-05-01', 'KOTEI-STAGE', 'KOTEI-NOTE')`,
      [caseId],
    );
  });
}
/** How often words of records stand anywhere in the department's schema. */
async function words(): Promise<number> {
  const tables = await owner(`select table_name from information_schema.tables where table_schema = 'children'`);
  const counts = await Promise.all(tables.map(({ table_name }) => owner(`select t::text as row from children.${table_name} t`)));
  return counts.flat().reduce((sum, { row }) => sum + row.split('KOTEI-').length - 1, 0);
}

describe('the audit of a department with a database of its own', () => {
  it('is sealed within moments, with key and head outside the database', async () => {
    await changed('children.write-note');
    await sealed();
    const { fault, rows, isWhole } = await verdict();
    expect({ fault, isWhole }).toEqual({ fault: undefined, isWhole: true });
    expect(rows).toBeGreaterThan(0);
    expect(readFileSync(path.join(dataDir, 'audit.head'), 'utf8')).toMatch(/^seal 1 /);
  });

  it.each([
    ['changed', `update hub.change_audit set actor = 'staff:nobody'`, '書き換えられて'],
    ['deleted', 'delete from hub.change_audit', '消されて'],
    ['cut', 'delete from hub.audit_seal', '切れて'],
  ])('tells when a row was %s by whoever has the database in their hands', async (_what, sql, words) => {
    await changed('children.write-note');
    await sealed();
    const client = await database.pool.connect();
    await client.query(`set session_replication_role = 'replica'`);
    await client.query(sql);
    await client.query('reset session_replication_role').finally(() => client.release());
    expect((await verdict()).fault).toContain(words);
  });
});

describe('what the hub has deleted', () => {
  it('goes from the department too, by the keys of cases; what the plan counts stays without words', async () => {
    const [due, stays] = [randomUUID(), randomUUID()];
    await records(due);
    await records(stays);
    const before = await words();
    await give({ cases: [due] });
    await keeper.follow();
    expect(await words()).toBe(before / 2);
    expect(await owner('select 1 from children.case_record where case_id = $1', [due])).toEqual([]);
    expect(await owner('select count(*)::int as families from children.family')).toEqual([{ families: 2 }]);
    expect(await owner('select count(*)::int as plans from children.individual_plan')).toEqual([{ plans: 2 }]);
    await keeper.follow();
    expect(await owner(`select count(*)::int as n from hub.audit_tombstone`)).toEqual([{ n: 1 }]);
    await sealed();
    expect((await verdict()).fault).toBeUndefined();
  });

  it('takes what is due of the department’s own audit, and the chain goes on verifying', async () => {
    await owner(
      `insert into hub.change_audit (at, actor, action, subject_type) values (now() - interval '6 years', 'staff:gone', 'x', 'Y')`,
    );
    await changed('children.write-note');
    await sealed();
    await give({ auditBefore: '2021-01-01' });
    await keeper.follow();
    expect(await owner(`select distinct actor from hub.change_audit`)).toEqual([{ actor: 'staff:children' }]);
    await sealed();
    expect(await verdict()).toMatchObject({ buried: 1, isWhole: true });
    expect((await verdict()).fault).toBeUndefined();
  });

  it('goes again from a backup that was restored, and on nobody else’s word', async () => {
    const [due, forged] = [randomUUID(), randomUUID()];
    await give({ cases: [due] });
    await keeper.follow();
    // The backup: a database that knows of no deletion.
    const client = await database.pool.connect();
    await client.query(`set session_replication_role = 'replica'`);
    await client.query('delete from hub.audit_tombstone');
    await client.query('reset session_replication_role').finally(() => client.release());
    await records(due);
    await records(forged);
    const file = path.join(dataDir, 'department.deletions');
    const [line = ''] = readFileSync(file, 'utf8').split('\n');
    appendFileSync(file, `${JSON.stringify({ ...JSON.parse(line), key: randomUUID(), cases: [forged] })}\n{"key":"cut sho`);
    const again = keeping(database);
    await again.start();
    await again.close();
    expect(await owner('select case_id from children.case_record')).toEqual([{ case_id: forged }]);
    // Nor where the department's own note of what it deleted is gone: the hub's is enough.
    writeFileSync(path.join(dataDir, 'audit.deletions'), '');
    const anew = keeping(database);
    await anew.start();
    await anew.close();
    expect(await owner('select case_id from children.case_record')).toEqual([{ case_id: forged }]);
  });
});
