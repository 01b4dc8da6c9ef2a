import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { departments } from '#server/departments/registry';
import { Deletions } from '#server/hub/audit/deletions';
import { aSealedTown, KEY, type SealedTown } from './sealed-town';

const MARK = 'KOTEI-FORGET';

/** Words that stay when a person is forgotten, and why they lead to nobody. Every other column of words is emptied, or the row goes. */
const stays: Readonly<Record<string, string>> = {
  ...column('core.break_glass', ['case_code', 'teams'], 'a number of the hub, and 担当'),
  ...column('core.case_card', ['age_band', 'district', 'household', 'teams', 'topics'], 'classes that fit ten people or more, and 担当'),
  ...column('core.case_review', ['cause'], 'one of a few'),
  ...column(
    'core.consent',
    ['classes', 'exclusions', 'items', 'receivers', 'wording'],
    'keys of classes, agencies and the edition of the form',
  ),
  ...column('core.consultation', ['route', 'topics'], 'one of a few: figures stand on them'),
  ...column('core.disclosure', ['classes'], 'keys of classes'),
  ...column('core.household_member', ['relationship'], 'one of a few'),
  ...column('core.outreach', ['heard_at'], 'a place where many come'),
  ...column('core.walk_in', ['place'], 'a place where many come'),
  ...column('core.person_guard', ['holders', 'teams'], '担当'),
  ...column('core.protection', ['holders', 'registered_by'], '担当, and the office that registered it'),
  ...column('core.support_case', ['code', 'teams', 'topics'], 'a number of the hub, 担当, and figures'),
  ...column('hub.disclosure_request', ['case_code'], 'a number of the hub'),
  ...column('hub.disclosure_row', ['classes', 'reader'], 'keys of classes, and a member of staff'),
};
function column(table: string, names: readonly string[], why: string): Record<string, string> {
  return Object.fromEntries(names.map((name) => [`${table}.${name}`, why]));
}

/** What each column of words of what is written down for ever may hold. None holds what somebody typed about a person. */
const written: Readonly<Record<string, string>> = {
  ...column('hub.audit_seal', ['digests', 'mac', 'open', 'table_names'], 'keyed digests and keys'),
  ...column('hub.audit_tombstone', ['class', 'mac', 'row_ids', 'table_name'], 'keys'),
  ...column('hub.board_event', ['audience', 'kind', 'subject_type'], 'one of a few'),
  ...column('hub.change_audit', ['action', 'actor', 'subject_id', 'subject_type'], 'names of the program, and ids'),
  ...column('hub.denial_audit', ['action', 'actor', 'audience', 'because'], 'names of the program, and ids'),
  ...column('hub.export_audit', ['actor', 'kind', 'subject_type'], 'names of the program, and ids'),
  ...column('hub.projection_audit', ['actor', 'kind', 'present'], 'names of the program, and ids'),
  ...column(
    'hub.read_audit',
    ['audience', 'classes', 'document', 'operation', 'purpose', 'reason', 'receivers'],
    'names of the program, digests, ids',
  ),
  ...column('hub.sign_in_audit', ['event', 'source', 'way'], 'one of a few, and a keyed digest'),
};

let town: SealedTown;
let person: string;
let cases: string[];
beforeAll(async () => {
  town = await aSealedTown();
  await (await town.as('elderly-care')).ask('{ cases(limit: 1) { id } }'); // something to seal
  const [one] = await rows<{ person_id: string }>(
    `select c.person_id from core.support_case c join core.consent k on k.case_id = c.id join core.person_identity i on i.person_id = c.person_id order by c.id limit 1`,
  );
  person = one?.person_id ?? '';
  cases = (await rows<{ id: string }>('select id from core.support_case where person_id = $1', [person])).map(({ id }) => id);
});
afterAll(() => town?.close());

const rows = <R>(sql: string, values: unknown[] = []) => town.database.pool.query(sql, values).then((result) => result.rows as R[]);
const schemas = ['core', 'hub', ...departments.map(({ schema }) => schema)];

interface Words {
  readonly name: string;
  readonly column: string;
  readonly is_list: boolean;
  readonly by_person: boolean;
  readonly by_case: boolean;
}

/** Every column of words in a table that hangs on a person or a case: no key of another table, and nothing that a list in the database closes. */
const wordsOfPeople = () =>
  rows<Words>(
    `select n.nspname || '.' || c.relname as name, a.attname as column, a.atttypid = 'text[]'::regtype as is_list,
       exists (select 1 from pg_attribute k where k.attrelid = c.oid and k.attname = 'person_id') as by_person,
       exists (select 1 from pg_attribute k where k.attrelid = c.oid and k.attname = 'case_id') as by_case
     from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
     where c.relkind = 'r' and n.nspname = any ($1) and a.attnum > 0 and not a.attisdropped
       and a.atttypid in ('text'::regtype, 'text[]'::regtype, 'jsonb'::regtype)
       and exists (select 1 from pg_attribute k where k.attrelid = c.oid and k.attname in ('person_id', 'case_id') and not k.attisdropped)
       and not exists (select 1 from pg_constraint q where q.conrelid = c.oid and q.contype = 'f' and a.attnum = any (q.conkey))
       and not exists (select 1 from pg_constraint q where q.conrelid = c.oid and q.contype = 'c' and q.conkey = array[a.attnum]
         and pg_get_constraintdef(q.oid) like '%ANY (ARRAY%')
     order by 1, 2`,
    [schemas],
  );

describe('a person who is forgotten', () => {
  it('leaves no word anywhere in the database, in no table that there is now or that will be', async () => {
    await inEveryTable();
    const words = await wordsOfPeople();
    const known = words.map(({ name, column }) => `${name}.${column}`);
    expect(
      Object.keys(stays).filter((name) => !known.includes(name)),
      'columns that are no more',
    ).toEqual([]);
    let marked = 0;
    for (const { name, column, is_list, by_person } of words) {
      if (`${name}.${column}` in stays) continue;
      const of = by_person ? 'person_id = $1' : 'case_id = any ($2)';
      const mark = `'${MARK} ${name}.${column}'`;
      await town.tamper(
        `update ${name} set ${column} = ${is_list ? `array[${mark}]` : mark} where ${of} and ($1::uuid, $2::uuid[]) is not null`,
        [person, cases],
      );
      marked += 1;
    }
    const before = await marks();
    console.log(`${marked} columns of words marked, ${Object.keys(stays).length} stay, ${before.length} tables hold some`);
    expect(before.length).toBeGreaterThan(20);
    await town.sealed();
    const told: string[] = [];
    const tell = async (_key: string, forgotten: readonly string[]) => void told.push(...forgotten);
    const deletions = new Deletions(town.database, { key: KEY, dataDir: town.dataDir, tell });
    await deletions.carryOut({ class: 'CASE', table: 'core.person', rows: [person] });
    await deletions.close();
    expect(await marks()).toEqual([]);
    expect(told.sort(), 'departments elsewhere hear of the same cases').toEqual(cases.sort());
    await town.sealed();
    expect((await town.verify()).fault).toBeUndefined();
  });

  it('is named by key alone in what is written down for ever', async () => {
    const tables = Object.keys(written).map((name) => name.slice(0, name.lastIndexOf('.')));
    const found = await rows<{ name: string }>(
      `select n.nspname || '.' || c.relname || '.' || a.attname as name from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
       where n.nspname = 'hub' and c.relkind = 'r' and (c.relname like '%\\_audit' or n.nspname || '.' || c.relname = any ($1)) and a.attnum > 0 and not a.attisdropped
         and a.atttypid in ('text'::regtype, 'text[]'::regtype, 'jsonb'::regtype) order by 1`,
      [tables],
    );
    expect(found.map(({ name }) => name)).toEqual(Object.keys(written).sort());
  });
});

/** Tables that still hold a mark, and which. */
async function marks(): Promise<string[]> {
  const tables = await rows<{ name: string }>(
    `select table_schema || '.' || table_name as name from information_schema.tables where table_type = 'BASE TABLE' and table_schema = any ($1) order by 1`,
    [schemas],
  );
  const found: string[] = [];
  for (const { name } of tables) {
    const held = await rows<{ mark: string }>(
      `select distinct (regexp_match(t::text, '${MARK} [a-z_.]+'))[1] as mark from ${name} t where t::text like '%${MARK}%'`,
    );
    found.push(...held.map(({ mark }) => mark));
  }
  return found;
}

/** Moves a row of every table to the person, where they have none: what the invented city has no row of is made here. */
async function inEveryTable(): Promise<void> {
  const [caseId] = cases;
  for (const sql of MADE) await town.tamper(sql, [caseId]);
  const names = [...new Set((await wordsOfPeople()).map(({ name }) => name))];
  const empty: string[] = [];
  for (const name of names) {
    const { by_person, by_case } = (await wordsOfPeople()).find((each) => each.name === name) as Words;
    const own = by_person ? `person_id = '${person}'` : `case_id = any ('{${cases}}')`;
    if ((await rows(`select 1 from ${name} where ${own} limit 1`)).length > 0) continue;
    const [other] = await rows<{ at: string }>(`select ctid::text as at from ${name} limit 1`);
    if (!other) empty.push(name);
    else
      await town.tamper(
        `update ${name} set ${[by_person ? `person_id = '${person}'` : '', by_case ? `case_id = '${caseId}'` : ''].filter(Boolean)} where ctid = '${other.at}'`,
      );
  }
  expect(empty, 'no row to try it on').toEqual([]);
}

/** What the invented city has no row of; a case's item in a conference among them, with the note that hangs on it. `$1`: the case. */
const MADE = [
  `insert into core.break_glass (id, case_id, case_code, person_id, staff_id, category, reason, teams, until, review_by, reviewed_by, reviewed_at, outcome, review_note)
   select gen_random_uuid(), c.id, c.code, c.person_id, a.id, 'LIFE', '連絡がつかず命に関わるため', c.teams, now() + interval '1 hour', hub.today(), b.id, now(),
     'PROPER', '見た' from core.support_case c, (select min(id::text)::uuid as id from core.staff) a, (select max(id::text)::uuid as id from core.staff) b where c.id = $1`,
  // Somebody has asked that a protection end, and to give an action back; nobody has let a card through.
  `update core.protection set ending_asked_by = (select id from core.staff limit 1), ending_asked_at = now(), ending_reason = '理由' where $1::uuid is not null`,
  `update core.case_card set state = 'DRAFT' where $1::uuid is not null`,
  `update core.action_item set back_asked_by = (select id from core.staff limit 1), back_asked_at = now(), back_reason = '理由' where $1::uuid is not null`,
  `with d as (insert into hub.disclosure_request (id, person_id, case_id, case_code, requester, received_on, asked_by)
     select gen_random_uuid(), c.person_id, c.id, c.code, 'SELF', hub.today(), (select id from core.staff limit 1) from core.support_case c where c.id = $1 returning id, person_id)
   insert into hub.disclosure_row (disclosure_id, person_id, position, reader, day, first_at, last_at, reads, classes, decision, reason)
   select id, person_id, 1, 'staff:x', hub.today(), now(), now(), 1, '{}', 'UNDECIDED', '理由' from d`,
  `with item as (insert into core.agenda_item (id, session_id, restricted, position, kind, letter, note)
     values (gen_random_uuid(), gen_random_uuid(), true, 1, 'CASE', 'Y', 'KOTEI-FORGET core.agenda_item.note') returning id, session_id),
   put as (insert into core.case_item (agenda_item_id, session_id, restricted, case_id, person_id, reason_code, reason)
     select i.id, i.session_id, true, c.id, c.person_id, 'URGENT', '理由' from item i, core.support_case c where c.id = $1),
   said as (insert into core.board_note (session_id, restricted, agenda_item_id, case_id, kind, title) select session_id, true, id, $1, 'WORRY', '言葉' from item),
   decided as (insert into core.decision (id, session_id, restricted, agenda_item_id, case_id, title) select gen_random_uuid(), session_id, true, id, $1, '言葉' from item)
   insert into core.deferral (session_id, restricted, agenda_item_id, case_id, reason, owner_id, deferred_by)
   select session_id, true, id, $1, '理由', (select id from core.staff limit 1), (select id from core.staff limit 1) from item`,
  `insert into core.correction (session_id, restricted, agenda_item_id, case_id, decision_id, was, title, reason, masks, made_by, takes_two, refused_by, refused_at, refusal)
   select session_id, restricted, agenda_item_id, case_id, id, '言葉', '正しい言葉', '理由', false, (select id from core.staff order by id limit 1), true, (select id from core.staff order by id desc limit 1), now(), '理由'
   from core.decision where case_id = $1 limit 1`,
] as const;
