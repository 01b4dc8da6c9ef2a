const organization = `(select row_to_json(o) from (select o.id, o.name from core.organization o where o.id = x.organization_id) o) as organization`;

const board = `select row_to_json(r)::text as json from (
  select s.id, s.kind, s.number, s.title, s.held_on as "heldOn", s.status, s.step, (
    select coalesce(json_agg(row_to_json(r)), '[]') from (
      select a.id, a.position, a.kind, a.letter, a.state, (
        select row_to_json(c) from (
          select c.id, c.title, c.age_band as "ageBand", c.district, c.strengths, c.wishes, c.worries from core.case_card c where c.id = a.card_id) c) as card, (
        select coalesce(json_agg(row_to_json(r)), '[]') from (
          select x.id, x.title, x.version, ${organization} from core.role x where x.agenda_item_id = a.id order by x.position, x.id) r) as roles, (
        select coalesce(json_agg(row_to_json(r)), '[]') from (
          select x.id, x.title, x.due_on as "dueOn", x.status, x.version, ${organization} from core.action_item x
          where x.agenda_item_id = a.id order by x.created_at, x.id) r) as "actionItems"
      from core.agenda_item a where a.session_id = s.id order by a.position) r) as agenda
  from core.session s where s.id = $1) r`;

const list = `select json_agg(row_to_json(r))::text as json from (
  select c.id, c.code, c.stage, c.topics, c.opened_on as "openedOn",
    (select row_to_json(t) from (select t.id, t.name from core.team t where t.id = c.lead_team_id) t) as "leadTeam",
    (select row_to_json(p) from (select p.id, p.sex, p.age_band as "ageBand", p.district from core.person p where p.id = c.person_id) p) as person,
    (select row_to_json(h) from (select h.id, h.composition from core.household h where h.id = c.household_id) h) as household, (
      select coalesce(json_agg(row_to_json(k)), '[]') from (
        select k.id, k.received_on as "receivedOn", k.route, k.urgency from core.consultation k
        where k.case_id = c.id order by k.received_on desc, k.id) k) as consultations
  from core.support_case c where c.lead_team_id = 'connection' order by c.opened_on desc, c.id desc limit 50) r`;

const one = `select row_to_json(r)::text as json from (
  select c.id, c.code, c.stage, c.opened_on as "openedOn", c.version from core.support_case c where c.id = $1) r`;

/** What one department adds to a case. */
const record = (key: string, schema: string, field: string, many: string, table: string, columns: string, order: string) => `(
  select row_to_json(d) from (select d.id, d.opened_on as "openedOn", ${field}, (
    select coalesce(json_agg(row_to_json(x)), '[]') from (
      select ${columns} from ${schema}.${table} x where x.case_id = c.id order by ${order}) x) as "${many}"
    from ${schema}.case_record d where d.case_id = c.id) d) as "${key}"`;

const departments = `select row_to_json(r)::text as json from (
  select c.id, c.code, c.stage,
    (select row_to_json(p) from (select p.id, p.age_band as "ageBand", p.district from core.person p where p.id = c.person_id) p) as person,
    (select row_to_json(h) from (select h.id, h.composition from core.household h where h.id = c.household_id) h) as household, (
      select coalesce(json_agg(row_to_json(k)), '[]') from (
        select k.id, k.received_on as "receivedOn", k.route from core.consultation k
        where k.case_id = c.id order by k.received_on desc, k.id) k) as consultations,
    ${record('elderlyCare', 'elderly_care', 'd.care_level as "careLevel"', 'certifications', 'care_certification', 'x.id, x.level, x.certified_on as "certifiedOn"', 'x.certified_on desc, x.id')},
    ${record('disability', 'disability', 'd.main_disability as "mainDisability"', 'handbooks', 'handbook', 'x.id, x.kind, x.grade', 'x.issued_on desc, x.id')},
    ${record('livelihood', 'livelihood', 'd.income_band as "incomeBand"', 'debts', 'debt', 'x.id, x.kind, x.amount_band as "amountBand"', 'x.arranged, x.id')},
    ${record('children', 'children', 'd.children_count as "childrenCount"', 'families', 'family', 'x.id, x.taken_on as "takenOn", x.theme', 'x.taken_on desc, x.id')},
    ${record('council', 'council', 'd.concern', 'watchVisits', 'watch_visit', 'x.id, x.visited_on as "visitedOn", x.condition', 'x.visited_on desc, x.id')}
  from core.support_case c where c.id = $1) r`;

/** The hand-written statements by operation name: `root` is the field under which the JSON goes out. */
export const limitSql = {
  Board: { root: 'session', text: board },
  List: { root: 'cases', text: list },
  Point: { root: 'case', text: one },
  Departments: { root: 'case', text: departments },
} as const;
