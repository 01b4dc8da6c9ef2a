import type { ConferenceKind } from '#server/access/conference-profile';
import type { Action, ConsentTerms, Subject } from '#server/access/decide';
import { gatherStatistics } from '#server/database/upkeep';
import type { Town } from '#test/kit/a-town';
import { makeReadings, writtenDown } from './audit-facts';

/** Rows about which `decide` has something to say: how they are read, and the facts of each as the sower sees them. */
export interface Kind {
  readonly action: Action;
  readonly table: string;
  readonly key: string;
  /** Type of the key; uuid when not given. */
  readonly type?: 'uuid' | 'bigint';
  readonly rows: readonly { readonly id: string; readonly subject: Subject }[];
}

const live = 'k.withdrawn_at is null and now() >= k.valid_from and now() < k.valid_until';
const kept = (person: string) =>
  `(select json_build_object('holders', g.holders) from core.person_guard g where g.person_id = ${person} and g.protected)`;
const protection = (person: string) => `${kept(person)} as protection`;
const consents = (
  condition: string,
) => `(select coalesce(json_agg(json_strip_nulls(json_build_object('about', k.person_id, 'receivers', k.receivers, 'exclusions', k.exclusions, 'classes', k.classes,
  'live', ${live}, 'protection', ${kept('k.person_id')}))), '[]') from core.consent k where ${condition}) as consents`;

type Standing = Pick<Subject, 'teams' | 'consents' | 'protection' | 'about'>;
interface CaseRow extends Standing {
  readonly id: string;
  readonly personId: string;
  readonly householdId: string;
  /** Its consents by whoever gave them. */
  readonly given: Readonly<Record<string, readonly ConsentTerms[]>>;
}
interface MemberRow {
  readonly id: string;
  readonly householdId: string;
  readonly personId: string;
  readonly isNow: boolean;
  readonly protection: Subject['protection'] | null;
}
/** A row's facts: where nothing protects, nothing is said of it. */
const standing = (row: { readonly [K in keyof Standing]: Standing[K] | null }): Standing => ({
  ...(row.teams ? { teams: row.teams } : {}),
  ...(row.consents ? { consents: row.consents } : {}),
  ...(row.protection ? { protection: row.protection } : {}),
  ...(row.about ? { about: row.about } : {}),
});

/** The same of a case, which is named: claims may name it. */
const known = (one: CaseRow) => ({ ...standing(one), caseId: one.id });

/** Everything that `decide` can be asked about in this city. */
export async function gatherKinds(town: Town): Promise<readonly Kind[]> {
  const cases = await town.rows<CaseRow>(
    `select c.id, c.person_id as "personId", c.person_id as about, c.household_id as "householdId", c.teams, ${consents('k.case_id = c.id and k.person_id = c.person_id')}, ${protection('c.person_id')},
       (select coalesce(json_object_agg(g.person_id, g.consents), '{}') from (select distinct person_id from core.consent where case_id = c.id) p
         join lateral (select p.person_id, ${consents('k.case_id = c.id and k.person_id = p.person_id')}) g on true) as given
     from core.support_case c order by c.id`,
  );
  const sessions = await town.rows<{ id: string; kind: ConferenceKind }>('select id, kind from core.session order by id');
  const cards = await town.rows<{ id: string; teams: string[]; approved: boolean; asked: boolean; walls: string[] }>(
    `select d.id, d.teams, d.state = 'APPROVED' as approved, d.state in ('ASKED', 'SENT_BACK') as asked,
       array(select a.session_id from core.agenda_item a where a.card_id = d.id and a.state <> 'WAITING')::text[] as walls
     from core.case_card d order by d.id`,
  );
  return [
    { action: 'case:read', table: 'core.support_case', key: 'id', rows: cases.map((one) => ({ id: one.id, subject: known(one) })) },
    ...(await households(town, cases)),
    await people(town, cases, 'identity:read', 'core.person_identity'),
    await people(town, cases, 'address:read', 'core.person_contact'),
    await records(town, cases),
    ...(await matters(town, cases)),
    await consentRows(town),
    ...(await ledger(town)),
    {
      action: 'session:read',
      table: 'core.session',
      key: 'id',
      rows: sessions.map((session) => ({ id: session.id, subject: { session } })),
    },
    {
      action: 'card:read',
      table: 'core.case_card',
      key: 'id',
      rows: cards.map(({ id, teams, ...card }) => ({ id, subject: { teams, card } })),
    },
    ...(await requests(town, cases)),
    await protections(town),
    await glasses(town),
    ...(await writtenDown(town)),
  ];
}

async function protections(town: Town): Promise<Kind> {
  const rows = await town.rows<{ id: string; protection: Required<Subject>['protection'] }>(
    `select p.id, json_strip_nulls(json_build_object('holders', p.holders, 'endingAskedBy', case when p.ended_at is null then 'staff:' || p.ending_asked_by end)) as protection
     from core.protection p order by p.id`,
  );
  return {
    action: 'protection:read',
    table: 'core.protection',
    key: 'id',
    rows: rows.map(({ id, protection }) => ({ id, subject: { protection } })),
  };
}

async function glasses(town: Town): Promise<Kind> {
  const rows = await town.rows<{ id: string; about: string; glass: Required<Subject>['glass'] }>(
    `select b.id, b.person_id as about, json_build_object('brokenBy', 'staff:' || b.staff_id, 'told', b.teams, 'ended', b.ended_at is not null or b.until <= now()) as glass
     from core.break_glass b order by b.id`,
  );
  return {
    action: 'glass:read',
    table: 'core.break_glass',
    key: 'id',
    rows: rows.map(({ id, about, glass }) => ({ id, subject: { about, glass } })),
  };
}

function grouped<T>(all: readonly T[], keyOf: (one: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) groups.set(keyOf(one), [...(groups.get(keyOf(one)) ?? []), one]);
  return groups;
}

/** People as cases and households make them known, the households, and who lives in them. */
async function households(town: Town, cases: readonly CaseRow[]): Promise<Kind[]> {
  const members = await town.rows<MemberRow>(
    `select m.id, m.household_id as "householdId", m.person_id as "personId", m.until is null as "isNow", ${protection('m.person_id')}
     from core.household_member m order by m.id`,
  );
  const persons = await town.rows<Standing & { readonly id: string }>(
    `select s.person_id as id, s.person_id as about, s.teams, ${protection('s.person_id')} from core.person_guard s order by s.person_id`,
  );
  const places = await town.rows<{ id: string }>('select id from core.household order by id');
  const [byHousehold, byPerson] = [grouped(cases, (one) => one.householdId), grouped(cases, (one) => one.personId)];
  const memberships = grouped(members, ({ personId }) => personId);
  const ways = ({ householdId, personId, isNow }: Omit<MemberRow, 'id' | 'protection'>) =>
    (byHousehold.get(householdId) ?? []).map((one) => ({
      ...known(one),
      person: one.personId === personId ? ('subject' as const) : isNow ? ('housemate' as const) : ('former' as const),
      given: one.given[personId] ?? [],
    }));
  const knownBy = (personId: string) => [
    ...(byPerson.get(personId) ?? []).map((one) => ({ ...known(one), person: 'subject' as const })),
    ...(memberships.get(personId) ?? []).flatMap(ways),
  ];
  return [
    {
      action: 'person:read',
      table: 'core.person',
      key: 'id',
      rows: persons.map((one) => ({ id: one.id, subject: { ...standing(one), cases: knownBy(one.id) } })),
    },
    {
      action: 'household:read',
      table: 'core.household',
      key: 'id',
      rows: places.map(({ id }) => ({ id, subject: { cases: (byHousehold.get(id) ?? []).map(known) } })),
    },
    {
      action: 'member:read',
      table: 'core.household_member',
      key: 'id',
      rows: members.map((one) => ({
        id: one.id,
        subject: { about: one.personId, ...(one.protection ? { protection: one.protection } : {}), cases: ways(one) },
      })),
    },
  ];
}

async function people(town: Town, cases: readonly CaseRow[], action: Action, table: string): Promise<Kind> {
  const rows = await town.rows<Standing & { readonly id: string }>(
    `select i.person_id as id, i.person_id as about, s.teams, ${protection('i.person_id')}, ${consents('k.person_id = i.person_id')}
     from ${table} i join core.person_guard s on s.person_id = i.person_id
     order by i.person_id`,
  );
  const byPerson = grouped(cases, (one) => one.personId);
  const ways = (id: string) => (byPerson.get(id) ?? []).map((one) => ({ ...known(one), person: 'subject' as const }));
  return { action, table, key: 'person_id', rows: rows.map((row) => ({ id: row.id, subject: { ...standing(row), cases: ways(row.id) } })) };
}

async function records(town: Town, cases: readonly CaseRow[]): Promise<Kind> {
  const rows = await town.rows<Standing & { readonly id: string; readonly caseId: string | null; readonly personId: string }>(
    `select c.id, c.person_id as about, array[c.team_id] as teams, c.case_id as "caseId", c.person_id as "personId", ${protection('c.person_id')}
     from core.consultation c order by c.id`,
  );
  const byId = new Map(cases.map((one) => [one.id, one]));
  const subject = ({ caseId, personId, ...row }: (typeof rows)[number]): Subject => {
    const one = caseId ? byId.get(caseId) : undefined;
    const person = one?.personId === personId ? ('subject' as const) : ('housemate' as const);
    return { ...standing(row), cases: one ? [{ ...known(one), person, given: one.given[personId] ?? [] }] : [] };
  };
  return { action: 'record:read', table: 'core.consultation', key: 'id', rows: rows.map((row) => ({ id: row.id, subject: subject(row) })) };
}

interface MatterRow {
  readonly id: string;
  readonly session: { readonly id: string; readonly kind: ConferenceKind };
  readonly itemId: string | null;
  readonly itemKind: string | null;
  readonly shown: boolean | null;
  readonly caseId: string | null;
}

/** What stands on agendas, what of a case lies below it, and what was agreed on. */
async function matters(town: Town, cases: readonly CaseRow[]): Promise<Kind[]> {
  const byId = new Map(cases.map((one) => [one.id, known(one)]));
  const rowsOf = (table: string, item: string, caseId: string) =>
    town.rows<MatterRow>(
      `select t.id, json_build_object('id', s.id, 'kind', s.kind) as session, a.id as "itemId", a.kind as "itemKind", a.state <> 'WAITING' as shown,
         ${caseId} as "caseId" from ${table} t join core.session s on s.id = t.session_id left join core.agenda_item a on a.id = ${item} order by t.id`,
    );
  const item = ({ itemId, shown }: MatterRow) => (itemId ? { item: { id: itemId, shown: shown ?? false } } : {});
  const matter = (row: MatterRow): Subject => ({ session: row.session, ...item(row), ...(row.caseId ? byId.get(row.caseId) : {}) });
  // What a 支援会議 agreed on is its members', whoever the case is about: of the case no more counts than that it is one.
  const agreement = (row: MatterRow): Subject =>
    row.session.kind === 'SHIEN_KAIGI'
      ? { session: row.session, ...item(row), ...(row.caseId ? { caseId: row.caseId } : {}) }
      : matter(row);
  const onAgenda = (row: MatterRow): Subject => ({
    session: row.session,
    ...item(row),
    ...(row.itemKind === 'CASE' ? { matter: 'case' as const } : {}),
  });
  const agreed = async (table: string): Promise<Kind> => ({
    action: 'agreement:read',
    table,
    key: 'id',
    rows: (await rowsOf(table, 't.agenda_item_id', 't.case_id')).map((row) => ({ id: row.id, subject: agreement(row) })),
  });
  const all = (kind: Omit<Kind, 'rows' | 'key'>, rows: readonly MatterRow[], subject: (row: MatterRow) => Subject): Kind => ({
    ...kind,
    key: 'id',
    rows: rows.map((row) => ({ id: row.id, subject: subject(row) })),
  });
  return [
    all({ action: 'agenda:read', table: 'core.agenda_item' }, await rowsOf('core.agenda_item', 't.id', 'null'), onAgenda),
    all({ action: 'matter:read', table: 'core.case_item' }, await rowsOf('core.case_item', 't.agenda_item_id', 't.case_id'), matter),
    ...(await Promise.all(
      ['core.role', 'core.action_item', 'core.decision', 'core.deferral', 'core.board_note', 'core.correction'].map(agreed),
    )),
  ];
}

/** Cases on agendas: of sessions of both kinds that take them, with what was agreed on below them, absences and a tie. */
async function putCases(town: Town): Promise<void> {
  await town.rows(
    `insert into core.agenda_item (session_id, restricted, position, kind, letter, state)
     select p.session_id, s.restricted, 500 + row_number() over (order by p.session_id, p.case_id), 'CASE', 'N' || row_number() over (order by p.session_id, p.case_id),
       case when p.case_id::text < '8' then 'WAITING' else 'DONE' end
     from core.session_case p join core.session s on s.id = p.session_id`,
  );
  await town.rows(
    `insert into core.case_item (agenda_item_id, session_id, restricted, case_id, person_id, reason_code, reason)
     select a.id, p.session_id, s.restricted, p.case_id, c.person_id, case when s.restricted then 'URGENT' end, case when s.restricted then '試し' end
     from (select session_id, case_id, 500 + row_number() over (order by session_id, case_id) as position from core.session_case) p
       join core.session s on s.id = p.session_id join core.support_case c on c.id = p.case_id
       join core.agenda_item a on a.session_id = p.session_id and a.position = p.position`,
  );
  for (const table of ['role', 'action_item'])
    await town.rows(
      `update core.${table} t set agenda_item_id = i.agenda_item_id from core.case_item i where i.session_id = t.session_id and i.case_id = t.case_id`,
    );
  const lines = 'session_id, restricted, agenda_item_id, case_id';
  await town.rows(`insert into core.board_note (${lines}, kind, title) select ${lines}, 'WORRY', '夜の見守り' from core.case_item`);
  await town.rows(`insert into core.decision (${lines}, title) select ${lines}, '試し' from core.case_item`);
  await town.rows(
    `insert into core.deferral (session_id, restricted, agenda_item_id, case_id, decision_id, reason, owner_id, deferred_by)
     select d.session_id, d.restricted, d.agenda_item_id, d.case_id, d.id, '試し', s.id, s.id from core.decision d, (select id from core.staff order by id limit 1) s`,
  );
  await town.rows(
    `insert into core.correction (${lines}, decision_id, was, title, reason, masks, made_by, takes_two)
     select d.session_id, d.restricted, d.agenda_item_id, d.case_id, d.id, d.title, '試し', '試し', false, s.id, true from core.decision d, (select id from core.staff order by id limit 1) s`,
  );
  await town.rows(
    `insert into core.item_absence (agenda_item_id, session_id, restricted, member_id)
     select i.agenda_item_id, i.session_id, i.restricted, m.id from core.case_item i join core.session_member m on m.session_id = i.session_id where m.id::text < '4'`,
  );
}

/** What 担当 ask conferences to speak of, and which case it is. */
async function requests(town: Town, cases: readonly CaseRow[]): Promise<Kind[]> {
  const byId = new Map(cases.map((one) => [one.id, known(one)]));
  const rows = await town.rows<{ id: string; kind: ConferenceKind; team: string; by: string; below: string | null; caseId: string | null }>(
    `select r.id, r.kind, r.team_id as team, r.requested_by as by, c.id as below, c.case_id as "caseId"
     from core.agenda_request r left join core.requested_case c on c.request_id = r.id order by r.id`,
  );
  const asking = ({ kind, team, by }: (typeof rows)[number]): Subject => ({ convening: kind, teams: [team], askedBy: `staff:${by}` });
  const ways = ({ caseId }: (typeof rows)[number]) => [byId.get(caseId ?? '')].filter((one) => one !== undefined);
  const below = rows.flatMap((row) => (row.below ? [{ id: row.below, subject: { ...asking(row), cases: ways(row) } }] : []));
  return [
    {
      ...{ action: 'request:read', table: 'core.agenda_request', key: 'id' },
      rows: rows.map((row) => ({ id: row.id, subject: { ...asking(row), letter: true, cases: ways(row) } })),
    },
    { action: 'request:read', table: 'core.requested_case', key: 'id', rows: below },
  ];
}

/** Requests by every 担当 that serves a case, to conferences of both kinds that hear cases. */
async function putRequests(town: Town): Promise<void> {
  await town.rows(
    `insert into core.agenda_request (id, kind, restricted, matter, team_id, requested_by)
     select c.id, k.kind, k.kind = 'SHIEN_KAIGI', 'CASE', c.lead_team_id, (select id from core.staff order by id offset abs(hashtext(c.id::text)) / 2 % 2 limit 1)
     from core.support_case c join (values ('SHIEN_KAIGI', 0), ('JUSOTEKI_CASE', 1)) k (kind, n) on k.n = abs(hashtext(c.id::text)) % 2 where c.id::text < '4'`,
  );
  await town.rows(
    `insert into core.requested_case (request_id, team_id, restricted, case_id, person_id, reason_code, reason)
     select r.id, r.team_id, r.restricted, c.id, c.person_id, case when r.restricted then 'URGENT' end, '試し' from core.agenda_request r join core.support_case c on c.id = r.id`,
  );
}

/** Consents themselves, as whoever serves the giver, keeps the paper or receives reads them. */
async function consentRows(town: Town): Promise<Kind> {
  const rows = await town.rows<Standing & { readonly id: string; readonly consent: ConsentTerms }>(
    `select k.id, k.person_id as about, g.teams, ${protection('k.person_id')}, json_strip_nulls(json_build_object('about', k.person_id, 'receivers', k.receivers, 'exclusions', k.exclusions,
       'classes', k.classes, 'holder', k.holder, 'live', ${live})) as consent
     from core.consent k join core.person_guard g on g.person_id = k.person_id order by k.id`,
  );
  return {
    action: 'consent:read',
    table: 'core.consent',
    key: 'id',
    rows: rows.map(({ id, consent, ...row }) => ({ id, subject: { ...standing(row), consent } })),
  };
}

/** The lines of the ledger: of a case, and of a session that is nobody's to know of but its members'. */
async function ledger(town: Town): Promise<Kind[]> {
  const rows = await town.rows<Standing & { readonly id: string; readonly session: NonNullable<Subject['session']> | null }>(
    `select d.id, d.person_id as about, c.teams, ${protection('d.person_id')}, case when s.id is not null then json_build_object('id', s.id, 'kind', s.kind) end as session
     from core.disclosure d join core.support_case c on c.id = d.case_id left join core.session s on s.id = d.session_id order by d.id`,
  );
  return [
    {
      action: 'disclosure:read',
      table: 'core.disclosure',
      key: 'id',
      rows: rows.map(({ id, session, ...row }) => ({ id, subject: { ...standing(row), ...(session ? { session } : {}) } })),
    },
  ];
}

/**
 * Gives the city what its invented lives happen not to hold: consents of every standing, of those of the household too, protections held by
 * some and by nobody, ends that were asked for, people opened in an emergency, people who have moved out, a card that was returned after it had
 * stood on a wall, cases on agendas.
 */
export async function makeEveryStanding(town: Town): Promise<void> {
  await putCases(town);
  await putRequests(town);
  await makeReadings(town);
  const columns =
    'id, person_id, case_id, giver, receivers, classes, purpose, form, wording, given_on, valid_from, valid_until, withdrawn_at';
  const standings = [
    [`now() - interval '1 day'`, `now() + interval '1 day'`, 'null'],
    [`now() + interval '1 hour'`, `now() + interval '1 day'`, 'null'],
    [`now() - interval '2 days'`, `now() - interval '1 hour'`, 'null'],
    [`now() - interval '2 days'`, `now() + interval '1 day'`, `now() - interval '1 hour'`],
  ];
  const classes = ['{}', '{identity}', '{address}', '{identity,address,sensitive}', '{sensitive,note}'];
  const receivers = ['{children}', '{livelihood,council}', '{disability}', '{elderly-care,connection}'];
  for (const [index, [from, until, withdrawn]] of standings.entries()) {
    await town.rows(
      `insert into core.consent (${columns})
       select gen_random_uuid(), c.person_id, c.id, 'SELF', (array['${receivers.join("','")}'])[1 + (c.n + ${index}) % ${receivers.length}]::text[],
         (array['${classes.join("','")}'])[1 + c.n % ${classes.length}]::text[], '試し', 'WRITTEN', '', hub.today(), ${from}, ${until}, ${withdrawn}
       from (select id, person_id, row_number() over (order by id) as n from core.support_case) c where c.n % 7 = ${index}`,
    );
  }
  await town.rows(
    `insert into core.consent (${columns})
     select gen_random_uuid(), m.person_id, c.id, 'SELF', '{children,council}', '{identity}', '試し', 'WRITTEN', '', hub.today(), ${standings[0]}
     from core.support_case c join core.household_member m on m.household_id = c.household_id and m.person_id <> c.person_id where c.id::text < '2'`,
  );
  // Kept by somebody who may not serve; and closed to somebody who is named as a receiver all the same.
  await town.rows(
    `update core.consent set holder = (array['children', 'livelihood', 'council', 'elderly-care'])[1 + abs(hashtext(id::text)) % 4] where id::text < '6'`,
  );
  await town.rows(`update core.consent set exclusions = receivers[1:1] || '{disability}' where id::text > 'b'`);
  await town.rows(
    `insert into core.protection (id, person_id, kind, registered_by, holders, valid_from, renew_by, ending_asked_by, ending_asked_at, ending_reason)
     select gen_random_uuid(), g.person_id, '児童虐待', '試し', case when g.person_id::text < '1' then '{nobody}' else '{council,connection}' end::text[],
       hub.today(), hub.today() + 300, s.id, case when s.id is not null then now() end, case when s.id is not null then '試しに終える' end
     from core.person_guard g left join (select id from core.staff order by id limit 1) s on g.person_id::text < '11'
     where g.person_id::text < '2' and not g.protected`,
  );
  await town.rows(
    `insert into core.break_glass (id, person_id, case_id, case_code, staff_id, category, reason, teams, until, review_by)
     select gen_random_uuid(), c.person_id, c.id, c.code, (select id from core.staff order by id limit 1), 'LIFE', '試しに開いてみた理由', c.teams,
       now() + interval '1 hour', hub.today() from core.support_case c where c.id::text < '4'`,
  );
  await town.rows(`update core.household_member set until = hub.today() where until is null and id::text < '2'`);
  await town.rows(`update core.case_card set state = 'RETURNED'
    where id in (select card_id from core.agenda_item where state <> 'WAITING' and card_id is not null order by card_id limit 1)`);
  await gatherStatistics(town.database);
}
