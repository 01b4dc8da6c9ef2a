/** Runs one statement in the transaction of the role hub_sower. */
type Run = (sql: string, values?: readonly unknown[]) => Promise<unknown>;

/** How much is asked about; the sown city stands around it. */
export interface Volume {
  readonly boards: number;
  readonly cases: number;
}

/** Dates: the newest cases of all are the bench's own, so every peer finds the same fifty. */
const NEWEST = '2031-03-31';
const SHARED = '2019-03-31';

/**
 * Adds what the sown city has too little of: boards of about a hundred objects (5 agenda items, each with a card, 4 roles and 6 action
 * items), and cases of three kinds: 0 = of 担当 connection, 1 = closed to it (the wall has something to do), 2 = of the five departments
 * and shared with connection by consent. Ids are md5 of what they are, so the questions know them without asking.
 */
export async function addVolume(run: Run, { boards, cases }: Volume): Promise<void> {
  for (const sql of statements) await run(sql.replaceAll(':boards', String(boards)).replaceAll(':cases', String(cases)));
}

/** The id of the n-th thing of a kind, from 1. */
export const idSql = (kind: string, n: string) => `md5('bench ${kind} ' || ${n})::uuid`;

const staff = (offset: number) => `(select id from core.staff order by id offset ${offset} limit 1)`;
const organization = (n: string) => idSql('organization', `(${n} % 40 + 1)`);
const each = (from: string) => `from generate_series(1, ${from}) n`;

const boards = [
  `insert into core.organization (id, key, name, kind, is_public, position)
   select ${idSql('organization', 'n')}, 'bench-' || n, '測定用の機関 ' || n || '(架空)', 'other', true, 1000 + n ${each('40')}`,
  `insert into core.session (id, kind, restricted, number, title, held_on, place, status, step)
   select ${idSql('board', 'n')}, 'MARUGOTO', false, 1000 + n, '測定用の会議 ' || n, date '2026-11-23' - n % 300, '市民会館', 'OPEN', 1 ${each(':boards')}`,
  `insert into core.case_card (id, teams, title, age_band, district, district_shown, strengths, wishes, worries, state, drafted_by, approved_by, approved_at)
   select ${idSql('card', 'n')}, '{connection}', '買い物と通院の足 ' || n, '80代', '八幡', true, '{近所づきあいがある,畑を続けている}', '{この家で暮らしたい}',
     '{免許を返した,灯油を運べない,書類が読みにくい}', 'APPROVED', ${staff(0)}, ${staff(1)}, now() ${each(':boards * 5')}`,
  `insert into core.agenda_item (id, session_id, restricted, position, kind, card_id, letter, state)
   select ${idSql('item', 'n')}, ${idSql('board', '((n - 1) / 5 + 1)')}, false, (n - 1) % 5, 'CARD', ${idSql('card', 'n')},
     chr(65 + ((n - 1) % 5)::int), case when n % 5 = 0 then 'FRONT' else 'DONE' end ${each(':boards * 5')}`,
  `update core.session s set front_item_id = a.id from core.agenda_item a where a.session_id = s.id and a.state = 'FRONT' and s.title like '測定用%'`,
  `insert into core.role (id, session_id, restricted, agenda_item_id, title, organization_id, position)
   select ${idSql('role', 'n')}, ${idSql('board', '((n - 1) / 20 + 1)')}, false, ${idSql('item', '((n - 1) / 4 + 1)')},
     '見守りと声かけ ' || n % 4, ${organization('n')}, n % 4 ${each(':boards * 20')}`,
  `insert into core.action_item (id, session_id, restricted, agenda_item_id, title, organization_id, due_on, status, created_at)
   select ${idSql('action', 'n')}, ${idSql('board', '((n - 1) / 30 + 1)')}, false, ${idSql('item', '((n - 1) / 6 + 1)')},
     '移動販売の時間を調べて伝える ' || n % 6, ${organization('(n + 7)')}, date '2026-12-01' + n % 60, 'OPEN',
     timestamptz '2026-11-01' + make_interval(secs => n) ${each(':boards * 30')}`,
];

/** Somebody who has sat in as many conferences as one city holds, however many cities are sown: what a viewer is member of travels with every question. */
const people = [
  `insert into core.staff (id, name, team_id, roles, active_from)
   select ${idSql('staff', 'n')}, '測定用の職員 ' || n || '(架空)', 'connection', case n when 1 then '{facilitator,coordinator}' else '{recorder}' end::text[], '2020-04-01' ${each('2')}`,
  `insert into core.session_member (session_id, staff_id, duty)
   select s.id, ${idSql('staff', '1')}, 'FACILITATOR'
   from (select id, row_number() over (partition by restricted order by id) as n from core.session where title not like '測定用%') s where s.n <= 30`,
  `insert into core.secrecy_acknowledgement (session_id, staff_id, wording)
   select m.session_id, m.staff_id, '' from core.session_member m where m.staff_id = ${idSql('staff', '1')} on conflict do nothing`,
];

const casework = [
  `insert into core.person_guard (person_id, teams)
   select ${idSql('person', 'n')}, array[case n % 3 when 0 then 'connection' when 1 then 'disability' else 'elderly-care' end] ${each(':cases')}`,
  `insert into core.person (id, sex, age_band, district) select ${idSql('person', 'n')}, 'FEMALE', '70代', '日川' ${each(':cases')}`,
  `insert into core.household (id, district, composition) select ${idSql('household', 'n')}, '日川', '夫婦' ${each(':cases')}`,
  `insert into core.household_member (id, household_id, person_id, relationship, since)
   select ${idSql('member', 'n')}, ${idSql('household', 'n')}, ${idSql('person', 'n')}, '本人', '2010-04-01' ${each(':cases')}`,
  `insert into core.support_case (id, code, person_id, household_id, lead_team_id, teams, stage, topics, opened_on)
   select ${idSql('case', 'n')}, 'BENCH-' || n, ${idSql('person', 'n')}, ${idSql('household', 'n')},
     case n % 3 when 0 then 'connection' when 1 then 'disability' else 'elderly-care' end,
     case n % 3 when 0 then '{connection,children}' when 1 then '{disability}' else '{elderly-care,disability,livelihood,children,council}' end::text[],
     'ACTIVE', '{孤立,移動}', case when n % 3 = 2 then date '${SHARED}' else date '${NEWEST}' end - n % 200 ${each(':cases')}`,
  `insert into core.consultation (id, organization_id, team_id, person_id, case_id, received_on, route, topics, urgency, is_new, isolation)
   select ${idSql('consultation', 'n')}, ${organization('n')}, 'connection', ${idSql('person', '((n - 1) / 3 + 1)')}, ${idSql('case', '((n - 1) / 3 + 1)')},
     date '2026-11-23' - n % 100, '来所', '{移動}', 'NORMAL', n % 3 = 0, false ${each(':cases * 3')}`,
  `insert into core.consent (id, person_id, case_id, giver, receivers, classes, purpose, form, wording, given_on, valid_from, valid_until)
   select ${idSql('consent', 'n')}, ${idSql('person', 'n')}, ${idSql('case', 'n')}, 'SELF', '{connection}', '{identity,sensitive}', '多機関協働', 'WRITTEN',
     '測定用', '2026-04-01', '2026-04-01', '2099-04-01' ${each(':cases')} where n % 3 = 2`,
];

const shared = `${each(':cases')} where n % 3 = 2`;
const record = (schema: string, column: string, value: string) =>
  `insert into ${schema}.case_record (id, case_id, opened_on, ${column}) select ${idSql(`${schema} record`, 'n')}, ${idSql('case', 'n')}, '2026-05-01', ${value} ${shared}`;
const details = (table: string, columns: string, values: string) =>
  `insert into ${table} (id, case_id, ${columns}) select ${idSql(table, "n || ' ' || i")}, ${idSql('case', 'n')}, ${values}
   from generate_series(1, :cases) n, generate_series(1, 2) i where n % 3 = 2`;

const records = [
  record('elderly_care', 'care_level', `'要介護2'`),
  record('disability', 'main_disability', `'身体'`),
  record('livelihood', 'income_band', `'10万円未満'`),
  record('children', 'children_count', '2'),
  record('council', 'concern', `'食事が細い'`),
  details('elderly_care.care_certification', 'level, certified_on, valid_until', `'要介護' || i, date '2026-01-01' + i, date '2028-01-01'`),
  details('disability.handbook', 'kind, grade, issued_on', `'PHYSICAL', i || '級', date '2025-01-01' + i`),
  details('livelihood.debt', 'kind, amount_band, arranged', `'カードローン', '100万円未満', false`),
  details('children.family', 'taken_on, theme', `date '2026-02-01' + i, '養育の不安'`),
  details('council.watch_visit', 'visited_on, condition', `date '2026-03-01' + i, '変わりなし'`),
];

const statements = [...boards, ...people, ...casework, ...records];
