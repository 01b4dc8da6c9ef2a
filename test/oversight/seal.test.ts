import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asSystem } from '#server/database/as-viewer';
import { auditTables } from '#server/hub/audit/audit-tables';
import { Chain } from '#server/hub/audit/chain';
import { HeadFile } from '#server/hub/audit/head-file';
import { foundIn } from '#server/hub/audit/sealer';
import { verifyAudit } from '#server/hub/audit/verify';
import type { Guest } from '#test/kit/a-town';
import { aSealedTown, KEY, type SealedTown } from './sealed-town';

let town: SealedTown;
let caseworker: Guest;
beforeAll(async () => {
  town = await aSealedTown();
  caseworker = await town.as('elderly-care');
});
afterAll(() => town?.close());

const read = () => caseworker.ask('{ cases(limit: 3) { id stage person { ageBand } } }');
const owner = async <R>(sql: string, values: unknown[] = []) => (await town.database.pool.query(sql, values)).rows as R[];
const headFile = () => path.join(town.dataDir, 'audit.head');

/** Does something to the tables, looks, and puts everything back. */
async function afterwards(work: () => Promise<unknown>, undo: () => Promise<unknown>): Promise<string | undefined> {
  await work();
  try {
    return (await town.verify()).fault;
  } finally {
    await undo();
  }
}

describe('what is written down is sealed', () => {
  it('within moments, and verifies: reads, changes, denials, sign-ins', async () => {
    await read();
    await caseworker.ask('mutation { createSession(input: { kind: MARUGOTO, title: "x", heldOn: "2026-12-01", place: "y" }) { id } }');
    await town.sealed();
    const verdict = await town.verify();
    expect(verdict).toMatchObject({ unsealed: { count: 0 }, buried: 0, isWhole: true, notes: [] });
    expect(verdict.fault).toBeUndefined();
    const sealed = await owner<{ name: string }>('select distinct unnest(table_names) as name from hub.audit_seal order by 1');
    expect(sealed.map(({ name }) => name)).toEqual(expect.arrayContaining(['hub.denial_audit', 'hub.read_audit', 'hub.sign_in_audit']));
  });

  it('without a look at what is sealed already, however much that is', async () => {
    await owner(`insert into hub.read_audit (receivers, audience, operation, document, classes)
      select '{staff:x}', 'staff', '', n::text, '{}' from generate_series(1, 3000) n`);
    await town.sealed();
    const [last] = await owner<{ open: string }>('select open from hub.audit_seal order by id desc limit 1');
    const plan = await asSystem(town.database, 'hub_keeper', (query) =>
      query<{ 'QUERY PLAN': string }>(`explain (analyze, timing off) ${foundIn(auditTables).replaceAll('$1', `'${last?.open}'`)}`),
    );
    const walked = plan
      .filter((line) => / on .*_audit /.test(line['QUERY PLAN']))
      .map((line) => /rows=(\d+) loops=(\d+)\)/.exec(line['QUERY PLAN']));
    expect(walked.length).toBeGreaterThan(3);
    for (const found of walked) expect(Number(found?.[1] ?? 0) * Number(found?.[2] ?? 0)).toBeLessThan(100);
  });

  it('also a row that commits long after later ones', async () => {
    const client = await town.database.pool.connect();
    const isShared = town.database.kind === 'postgres';
    try {
      await client.query('begin');
      await client.query(`insert into hub.change_audit (actor, action, subject_type) values ('staff:late', 'x', 'Y')`);
      if (isShared) {
        await owner(`insert into hub.change_audit (actor, action, subject_type) values ('staff:early', 'x', 'Y')`);
        await town.sealed();
      }
      await client.query('commit');
    } finally {
      client.release();
    }
    await town.sealed();
    expect((await town.verify()).fault).toBeUndefined();
  });

  it('once each, where their moments run against their keys', async () => {
    // Two who write at once, or a clock that was set back.
    await owner(`insert into hub.change_audit (at, actor, action, subject_type)
      select clock_timestamp() - n * interval '1 second', 'staff:before', 'x', 'Y' from generate_series(1, 20) n`);
    await town.sealed();
    await owner(`insert into hub.change_audit (actor, action, subject_type) values ('staff:after', 'x', 'Y')`);
    await town.sealed();
    expect((await town.verify()).fault).toBeUndefined();
    const twice = `select r.name, r.row from hub.audit_seal, unnest(table_names, row_ids) as r (name, row) group by 1, 2 having count(*) > 1`;
    expect(await owner(twice)).toEqual([]);
  });

  it('and a key that was rolled back is no loss', async () => {
    const client = await town.database.pool.connect();
    await client.query('begin');
    await client.query(`insert into hub.change_audit (actor, action, subject_type) values ('staff:never', 'x', 'Y')`);
    await client.query('rollback');
    client.release();
    await owner(`insert into hub.change_audit (actor, action, subject_type) values ('staff:next', 'x', 'Y')`);
    await town.sealed();
    expect((await town.verify()).fault).toBeUndefined();
  });
});

describe('no hand slips on what is written down', () => {
  it.each([
    'read_audit',
    'change_audit',
    'denial_audit',
    'export_audit',
    'projection_audit',
    'sign_in_audit',
    'audit_tombstone',
    'audit_seal',
  ])('%s is only added to, its owner’s hand included', async (table) => {
    await expect(owner(`truncate hub.${table}`)).rejects.toThrow('only ever added to');
    const [row] = await owner<{ id: string }>(`select id from hub.${table} order by id limit 1`);
    if (!row) return;
    await expect(owner(`delete from hub.${table} where id = $1`, [row.id])).rejects.toThrow('only ever added to');
    await expect(owner(`update hub.${table} set at = now() where id = $1`, [row.id])).rejects.toThrow('only ever added to');
  });
});

describe('whoever takes the database in hand is found out', () => {
  const kept = async (table: string, id: string) => {
    const [row] = await owner<{ json: unknown }>(`select to_json(t) as json from ${table} t where id = $1`, [id]);
    return () =>
      town.tamper(
        `delete from ${table} where id = ${id}; insert into ${table} overriding system value select * from json_populate_record(null::${table}, '${JSON.stringify(row?.json).replaceAll("'", "''")}')`,
      );
  };
  const someRead = async (place: number) =>
    (await owner<{ id: string }>('select id from hub.read_audit order by id offset $1 limit 1', [place]))[0]?.id ?? '';

  beforeAll(async () => {
    for (let n = 0; n < 4; n += 1) {
      await read();
      await town.sealed();
    }
  });

  it('an edited row, by its number', async () => {
    const id = await someRead(1);
    const fault = await afterwards(
      () => town.tamper(`update hub.read_audit set receivers = '{staff:other}' where id = ${id}`),
      await kept('hub.read_audit', id),
    );
    expect(fault).toContain(`閲覧の記録の行 ${id}（`);
    expect(fault).toContain('書き換え');
  });

  it('a deleted row', async () => {
    const id = await someRead(1);
    const fault = await afterwards(() => town.tamper(`delete from hub.read_audit where id = ${id}`), await kept('hub.read_audit', id));
    expect(fault).toContain(`閲覧の記録の行 ${id}（`);
    expect(fault).toContain('消されて');
  });

  it('a deleted row with a tombstone that nobody with the key has made', async () => {
    const id = await someRead(1);
    const restore = await kept('hub.read_audit', id);
    const fault = await afterwards(
      () =>
        town.tamper(
          `insert into hub.audit_tombstone (key, class, table_name, row_ids, mac) values (gen_random_uuid(), 'AUDIT', 'hub.read_audit', '{${id}}', 'made up');
           delete from hub.read_audit where id = ${id}`,
        ),
      restore,
    );
    expect(fault).toContain(`閲覧の記録の行 ${id}（`);
    await town.sealed();
  });

  it('rows in another order', async () => {
    const [one, other] = [await someRead(1), await someRead(2)];
    const undo = [await kept('hub.read_audit', one), await kept('hub.read_audit', other)];
    // The identity column itself is swapped: each row now stands under the other's number.
    const swap = `alter table hub.read_audit alter column id drop identity;
      update hub.read_audit set id = -1 where id = ${one};
      update hub.read_audit set id = ${one} where id = ${other};
      update hub.read_audit set id = ${other} where id = -1`;
    const fault = await afterwards(
      () => town.tamper(swap),
      async () => {
        await town.tamper(`delete from hub.read_audit where id in (${one}, ${other})`);
        await town.tamper(
          "alter table hub.read_audit alter column id add generated always as identity; select setval(pg_get_serial_sequence('hub.read_audit', 'id'), (select max(id) + 1000 from hub.read_audit))",
        );
        for (const each of undo) await each();
      },
    );
    expect(fault).toContain(`閲覧の記録の行 ${one}（`);
  });

  it('a row slipped in where none can be new any more', async () => {
    const id = Number(await someRead(0)) - 1000;
    const fault = await afterwards(
      () =>
        town.tamper(
          `insert into hub.read_audit (id, receivers, audience, operation, document, classes) overriding system value values (${id}, '{staff:x}', 'staff', '', '', '{}')`,
        ),
      () => town.tamper(`delete from hub.read_audit where id = ${id}`),
    );
    expect(fault).toContain('後から入って');
  });

  it('a changed link, a link taken out, two links in another order', async () => {
    const [link] = await owner<{ id: string }>('select id from hub.audit_seal order by id offset 2 limit 1');
    const id = link?.id ?? '';
    const back = await kept('hub.audit_seal', id);
    expect(await afterwards(() => town.tamper(`update hub.audit_seal set digests[1] = 'x' where id = ${id}`), back)).toContain(
      `鎖の${id}番目`,
    );
    expect(await afterwards(() => town.tamper(`delete from hub.audit_seal where id = ${id}`), back)).toContain(`鎖の${id}番目がありません`);
    const next = Number(id) + 1;
    const turn = (one: number, other: number) =>
      town.tamper(
        `update hub.audit_seal set id = -1 where id = ${one}; update hub.audit_seal set id = ${one} where id = ${other}; update hub.audit_seal set id = ${other} where id = -1`,
      );
    expect(
      await afterwards(
        () => turn(Number(id), next),
        () => turn(Number(id), next),
      ),
    ).toContain(`鎖の${id}番目`);
  });

  it('a chain that was cut at its end, with all that it sealed: the head file says so', async () => {
    const { links } = await town.verify();
    const [last] = await owner<{ table_names: string[]; row_ids: string[] }>(
      'select table_names, row_ids from hub.audit_seal where id = $1',
      [links],
    );
    const rows = await Promise.all((last?.row_ids ?? []).map((id, place) => kept(last?.table_names[place] ?? '', id)));
    const link = await kept('hub.audit_seal', String(links));
    const fault = await afterwards(
      async () => {
        for (const [place, id] of (last?.row_ids ?? []).entries())
          await town.tamper(`delete from ${last?.table_names[place]} where id = ${id}`);
        await town.tamper(`delete from hub.audit_seal where id = ${links}`);
      },
      async () => {
        for (const each of [...rows, link]) await each();
      },
    );
    expect(fault).toContain(`鎖は${links - 1}番目で切れています`);
  });

  it('a head file that was cut, or is gone', async () => {
    const text = readFileSync(headFile(), 'utf8');
    const lines = text.trimEnd().split('\n');
    const cut = async (keep: number) => {
      writeFileSync(
        headFile(),
        lines
          .slice(0, keep)
          .map((line) => `${line}\n`)
          .join(''),
      );
    };
    const back = async () => writeFileSync(headFile(), text);
    expect(await afterwards(() => cut(lines.length - 3), back)).toContain('控え（audit.head）は');
    expect(await afterwards(() => cut(0), back)).toContain('控え（audit.head）は0番目で終わっています');
  });

  it('another key', async () => {
    const { fault } = await verifyAudit(town.database, 'another key, as long as a key must be', new HeadFile(town.dataDir).entries());
    expect(fault).toContain('鎖の1番目');
  });

  it('and the walk goes well again once all is as it was', async () => {
    await town.sealed();
    expect((await town.verify()).fault).toBeUndefined();
  });
});

describe('an older backup that was restored', () => {
  it('is a chain that was cut, until somebody who has the key says so', async () => {
    const head = new HeadFile(town.dataDir);
    const { links } = await town.verify();
    await head.sealed(links + 1, 'a link that the backup did not have');
    const cut = await town.verify();
    expect(cut).toMatchObject({ isWhole: true, fault: expect.stringContaining('切れています') });
    await head.restored(new Chain('a key that is not ours, however long it is'), links, '障害');
    expect((await town.verify()).fault).toContain('この鍵で書かれたものではありません');
    writeFileSync(
      headFile(),
      readFileSync(headFile(), 'utf8')
        .split('\n')
        .filter((line) => !line.startsWith('restored'))
        .join('\n'),
    );
    await head.restored(new Chain(KEY), links, '機械の故障のため');
    await head.close();
    await read();
    await town.sealed();
    const verdict = await town.verify();
    expect(verdict.fault).toBeUndefined();
    expect(verdict.notes[0]).toContain('機械の故障のため');
  });
});
