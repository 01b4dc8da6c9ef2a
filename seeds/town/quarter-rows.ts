import { organizationId } from '#seeds/plan/organizations';
import { type Batch, type Row, type TableName, tables } from '#seeds/tables';
import { eraLabel, fiscalYearOf } from '#server/kernel/fiscal-year';
import { addDays, type TownCalendar } from './calendar';
import { consentRows, disclosureRows, reviewRows } from './consent-rows';
import type { Consultation, Person, SupportCase } from './model';
import type { Quarter } from './quarter';
import { windowOf } from './windows';

/** Numbers for the cases of one year that a quarter keeps to itself. */
const CODES_OF_QUARTER = 2000;
/** So long a case counts as just received. */
const RECEIVED_DAYS = 10;

/** Everything of a quarter as rows, in the order of foreign keys. */
export function quarterBatches(quarter: Quarter): Batch[] {
  const { people, households, consultations, calendar } = quarter;
  const told = new Map<TableName, readonly Row[]>([
    ['core.consent', consentRows(quarter)],
    ['core.case_review', reviewRows(quarter)],
    ['core.disclosure', disclosureRows(quarter)],
    ['core.person_guard', people.map(guardRow)],
    ['core.person', people.map((person) => personRow(calendar, person))],
    ['core.person_identity', people.map(identityRow)],
    ['core.person_contact', people.map(contactRow)],
    ['core.household', households.map(({ id, district, composition }) => ({ id, district, composition }))],
    [
      'core.household_member',
      households.flatMap(({ id, members }) =>
        members.map(({ person, relationship, since, until }) => ({
          id: quarter.id('member', id, person.id),
          household_id: id,
          person_id: person.id,
          relationship,
          since,
          until,
        })),
      ),
    ],
    ['core.support_case', caseRows(quarter)],
    [
      'core.consultation',
      [...consultations].sort((a, b) => (a.receivedOn < b.receivedOn ? -1 : a.receivedOn > b.receivedOn ? 1 : 0)).map(consultationRow),
    ],
  ]);
  return tables.map((table) => ({ table, rows: told.get(table) ?? quarter.rows(table) })).filter(({ rows }) => rows.length > 0);
}

function personRow(calendar: TownCalendar, person: Person): Row {
  return {
    id: person.id,
    sex: person.sex,
    age_band: ageBand(person.age),
    district: person.district,
    died_on: come(calendar, person.diedOn),
    moved_out_on: come(calendar, person.movedOutOn),
  };
}

/** Born unprotected: the registration that is sown after it closes the guard, as in life. */
function guardRow({ id, teams }: Person): Row {
  return { person_id: id, teams: [...teams].sort() };
}

function come(calendar: TownCalendar, day: string | null): string | null {
  return day && calendar.hasCome(day) ? day : null;
}

/** Age in bands of ten years, as at the anchor: '80代'. */
export function ageBand(age: number): string {
  if (age < 10) return '10歳未満';
  return age >= 90 ? '90歳以上' : `${Math.floor(age / 10) * 10}代`;
}

function identityRow({ id, name, kana, bornOn }: Person): Row {
  return { person_id: id, name, name_kana: kana, birth_date: bornOn };
}

function contactRow({ id, address, phone }: Person): Row {
  return { person_id: id, address, phone };
}

/** Cases in the order in which they were opened, numbered within their fiscal year: 'R8-0042'. */
function caseRows(quarter: Quarter): Row[] {
  const counts = new Map<number, number>();
  const inOrder = [...quarter.cases].sort((a, b) => (a.openedOn < b.openedOn ? -1 : a.openedOn > b.openedOn ? 1 : 0));
  return inOrder.map((one) => {
    const year = fiscalYearOf(one.openedOn);
    const number = (counts.get(year) ?? 0) + 1;
    counts.set(year, number);
    return caseRow(quarter, one, `${eraLabel(year)}-${String(quarter.number * CODES_OF_QUARTER + number).padStart(4, '0')}`);
  });
}

function caseRow({ calendar }: Quarter, one: SupportCase, code: string): Row {
  const stage =
    one.stage ??
    (one.closesOn < calendar.anchor ? 'CLOSED' : addDays(one.openedOn, RECEIVED_DAYS) >= calendar.anchor ? 'RECEIVED' : 'SINGLE_AGENCY');
  return {
    id: one.id,
    code,
    person_id: one.person.id,
    household_id: one.household.id,
    lead_team_id: one.lead,
    teams: [...one.teams].sort(),
    stage,
    topics: [...one.topics],
    summary: one.summary,
    opened_on: one.openedOn,
    closed_on: stage === 'CLOSED' ? one.closesOn : null,
    version: 1,
  };
}

function consultationRow(one: Consultation): Row {
  return {
    id: one.id,
    organization_id: organizationId(one.window),
    team_id: windowOf(one.window).team,
    person_id: one.person.id,
    case_id: one.case?.id ?? null,
    received_on: one.receivedOn,
    route: one.route,
    topics: one.topics,
    urgency: one.urgency,
    is_new: one.isNew,
    isolation: one.isolation,
    outcome: one.outcome,
    note: one.note,
  };
}
