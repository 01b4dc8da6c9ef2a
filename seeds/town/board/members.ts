import { staffId } from '#seeds/personas';
import { planned } from '#seeds/plan/facts';
import { organizationId } from '#seeds/plan/organizations';
import type { Batch, Row } from '#seeds/tables';
import { fiscalYearOf } from '#server/kernel/fiscal-year';
import { livedColumns, type TownCalendar } from '../calendar';
import { idFor } from '../identifier';
import { networkGroups } from '../organizations';
import type { Quarter } from '../quarter';
import type { Session } from '../sessions';
import { secondOf } from '../staff';

/** What was acknowledged, by its name and edition. */
const SECRECY = '守秘義務の確認 第1版';

/** Organisations in the hall of a 地域まるごと支援会議. */
const citizens = [
  'shakyo',
  'minsei',
  'houkatsu',
  'tier-one-council',
  'tasukeai',
  'michikusa',
  'kodomo-shokudo',
  'hidamari-saron',
  'foodbank',
  'kaisei-noen',
];
/** Experts who judge the year's work. */
const experts = ['shakyo', 'minsei', 'naika', 'care-yamabuki', 'sagyosho-hoshi', 'hoiku-momo'];

/** Who sits in which session. A session of individuals is open to the 担当 at its table and of its cases. */
export function memberBatches(quarter: Quarter): Batch[] {
  const { sessions, calendar } = quarter.frame;
  const members = sessions.flatMap((session) => [...staffRows(quarter, session), ...organizationRows(calendar, sessions, session)]);
  const secret = new Map(sessions.filter(({ kind, held }) => kind === 'SHIEN_KAIGI' && held).map((session) => [session.id, session]));
  return [
    { table: 'core.session_member', rows: members },
    {
      // 守秘: whoever sits in a 支援会議 acknowledges the duty of secrecy as it begins.
      table: 'core.secrecy_acknowledgement',
      rows: members.flatMap(({ session_id = null, staff_id = null }) => {
        const session = secret.get(String(session_id));
        if (!session) return [];
        return [{ session_id, staff_id, wording: SECRECY, acknowledged_at: `${session.heldOn}T13:30:00+09:00` }];
      }),
    },
  ];
}

function staffRows(quarter: Quarter, session: Session): Row[] {
  const teams = new Set([
    ...session.teams,
    ...quarter.brought.filter((pair) => pair.session === session).flatMap((pair) => [...pair.case.teams]),
  ]);
  const members = [...teams]
    .filter((team) => team !== 'connection')
    .flatMap((team) => [staffId(team), ...(session.kind === 'WORKING' || session.kind === 'JUSOTEKI_CASE' ? [secondOf(team)] : [])]);
  const duties = new Map<string, string>(members.map((id) => [id, 'MEMBER']));
  if (session.kind !== 'OPEN_TALKING_BAR') duties.set(staffId('connection-2'), 'COORDINATOR').set(staffId('recorder'), 'RECORDER');
  duties.set(session.facilitator, 'FACILITATOR');
  return [...duties].map(([staff, duty]) => ({
    id: idFor('session-member', session.id, staff),
    session_id: session.id,
    staff_id: staff,
    organization_id: null,
    duty,
    attends: session.held ? 'PRESENT' : 'EXPECTED',
  }));
}

function organizationRows(calendar: TownCalendar, sessions: readonly Session[], session: Session): Row[] {
  const keys =
    session.kind === 'MARUGOTO'
      ? citizens
      : session.kind === 'JUSOTEKI_EVALUATION'
        ? experts
        : session.kind === 'OPEN_TALKING_BAR'
          ? groupsAt(calendar, sessions, session)
          : [];
  return keys.map((key) => ({
    id: idFor('session-member', session.id, key),
    session_id: session.id,
    staff_id: null,
    organization_id: organizationId(key),
    duty: 'MEMBER',
    attends: session.held ? 'PRESENT' : 'EXPECTED',
  }));
}

/** Groups of Open Talking Bar: in a year as many different ones as the plan says; each comes to every other session or so, all of them by the last. */
function groupsAt(calendar: TownCalendar, sessions: readonly Session[], session: Session): string[] {
  const year = fiscalYearOf(session.heldOn);
  const column = livedColumns.find((one) => calendar.year(one) === year) ?? 'R8';
  const groups = networkGroups.slice(0, planned('i11-open-talking-bar', column) ?? 0);
  const index = sessions.filter((one) => one.kind === session.kind && fiscalYearOf(one.heldOn) === year).indexOf(session);
  return groups.filter((_, position) => position % 4 === index || position % 3 === index % 3);
}
