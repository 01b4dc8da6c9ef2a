import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Database } from '#server/database/source';
import { openTown } from '#test/kit/template';
import * as checks from './wall-checks';

let database: Database;
beforeAll(async () => {
  database = await openTown(inject('template'), inject('databaseUrl') ?? undefined);
});
afterAll(() => database?.close());

/** Looks at the walls after somebody has done something to them, and undoes it. */
async function look(check: (ask: checks.Ask) => Promise<checks.Found>, planted?: string): Promise<checks.Found> {
  const client: pg.PoolClient = await database.pool.connect();
  try {
    await client.query(`begin; ${planted ?? ''}`);
    return await check(async (sql, values) => (await client.query(sql, values as unknown[])).rows);
  } finally {
    await client.query('rollback').finally(() => client.release());
  }
}

type Wall = readonly [
  name: string,
  check: (ask: checks.Ask) => Promise<checks.Found>,
  least: number,
  plants: readonly (readonly [planted: string, fault: string])[],
];
const walls: readonly Wall[] = [
  [
    'every table is walled',
    checks.tablesAreWalled,
    60,
    [
      ['create table core.planted (id int)', 'core.planted: row level security is off'],
      ['alter table children.family no force row level security', 'children.family: its owner passes by'],
      ['drop policy own_keys on hub.idempotency', 'hub.idempotency: no policy'],
      ['create policy planted on core.person for select using (true)', 'core.person: a policy for every role there is'],
      ['create table public.planted (id int); alter table public.planted enable row level security', 'public.planted: no policy'],
    ],
  ],
  [
    'when anything was done is the clock’s to say',
    checks.momentsAreTheClocks,
    40,
    [
      ['grant insert (at) on hub.change_audit to hub_staff', 'hub.change_audit.at: staff say when it was'],
      ['drop trigger clock_says_when on core.case_card', 'core.case_card.approved_at: staff say when it was'],
      [
        'alter policy serving_or_keeping_ends on core.consent with check (withdrawn_at <= now())',
        'core.consent.withdrawn_at: staff say when it was',
      ],
    ],
  ],
  [
    'nothing reads with borrowed rights',
    checks.nothingBorrowsRights,
    5,
    [
      ['create view core.planted as select id from core.person', 'core.planted: a view that reads as its owner'],
      ['create materialized view core.planted as select 1 as id', 'core.planted: a view that reads as its owner'],
      [
        'create function core.planted() returns int language sql security definer as $$ select 1 $$',
        'core.planted: a function that runs as its owner',
      ],
    ],
  ],
  [
    'no role of ours passes a wall',
    checks.rolesAreSmall,
    5,
    [
      ['alter role hub_analyst bypassrls', 'hub_analyst is past every wall'],
      ['alter role hub_staff superuser', 'hub_staff is a superuser'],
      ['alter role hub_display login', 'hub_display is able to log in'],
      ['alter table council.watch_visit owner to hub_staff', 'hub_staff is an owner'],
      ['grant hub_staff to hub_analyst', 'hub_analyst is a member of another role'],
      ['grant create on schema core to public', 'hub_display is a maker of tables'],
    ],
  ],
  [
    'display and analyst write nothing',
    checks.outsidersOnlyRead,
    120,
    [
      ['grant update (title) on core.case_card to hub_display', 'hub_display may update core.case_card'],
      ['grant delete on core.statistic to hub_analyst', 'hub_analyst may delete core.statistic'],
      ['grant insert on hub.read_audit to public', 'hub_display may insert hub.read_audit'],
      ['create policy planted on core.role to hub_display using (true)', 'hub_display has a policy for writing: role.planted'],
    ],
  ],
  [
    'secrets stay inside the house',
    checks.secretsStayInside,
    2,
    [['grant select on hub.display_device to hub_staff', 'hub.display_device.token_hash is open to hub_staff']],
  ],
  [
    'closed columns are granted to neither display nor analyst',
    checks.closedColumnsAreNotGranted,
    150,
    [
      ['grant select (note) on core.case_card to hub_display', 'hub_display may read core.case_card.note (note)'],
      ['grant select (case_id) on core.case_card to hub_display', 'hub_display may read core.case_card.case_id (sensitive)'],
      ['grant select (name) on core.person_identity to hub_analyst', 'hub_analyst may read core.person_identity.name (identity)'],
      ['grant select (stage) on core.support_case to public', 'hub_analyst may read core.support_case.stage (operational)'],
    ],
  ],
];

describe.each(walls)('%s', (name, check, least, plants) => {
  it('in this database', async () => {
    const { saw, faults } = await look(check);
    console.log(`${name}: saw ${saw}`);
    expect(faults).toEqual([]);
    expect(saw).toBeGreaterThanOrEqual(least);
  });

  it.each(plants)('and not any more after: %s', async (planted, fault) => {
    expect((await look(check, planted)).faults).toContain(fault);
  });
});
