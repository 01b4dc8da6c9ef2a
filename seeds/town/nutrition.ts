import { planned } from '#seeds/plan/facts';
import { fiscalYearOf } from '#server/kernel/fiscal-year';
import { addDays, type Day, type LivedColumn, livedColumns } from './calendar';
import type { Quarter } from './quarter';
import { rowsOfYear } from './rows-of-year';
import type { Session } from './sessions';

/** People in whom 栄養パトロール found a problem, per year. The plan gives only shares: 22 of 25 is its 88 %, 27 of 29 its 93 % (assumed). */
const found: Readonly<Record<LivedColumn, number>> = { R6: 25, R7: 29, R8: 35 };
/** Visits a year without a finding (invented). */
const WITHOUT_FINDING = 90;
/** Visits end before the last コネクト会議 of the year, so that whoever is found can still be connected within it. */
const LAST_VISIT = '02-10';

/** 栄養パトロール (第4号): a problem found goes to the next コネクト会議 and is connected soon after, for all but the share that the plan leaves. */
export function patrol(quarter: Quarter): void {
  for (const column of livedColumns) patrolYear(quarter, column);
}

function patrolYear(quarter: Quarter, column: LivedColumn): void {
  const { calendar, frame } = quarter;
  const dice = quarter.dice('nutrition', column);
  const year = calendar.year(column);
  const byHand = rowsOfYear(quarter, 'core.nutrition_patrol', 'visited_on', year);
  const finding = found[column] - byHand.length;
  const connecting =
    Math.round((found[column] * (planned('i16-nutrition-connect', column) ?? 0)) / 100) - byHand.filter((row) => row.connected_on).length;
  const sessions = frame.sessions.filter((one) => one.kind === 'CONNECT' && one.held && fiscalYearOf(one.heldOn) === year);
  const days = calendar.workdays(year).filter((day) => day < `${year + 1}-${LAST_VISIT}`);
  const elders = dice.shuffle(quarter.people.filter((one) => !one.fixture && one.age >= 65)).slice(0, finding + WITHOUT_FINDING);
  for (const [index, person] of elders.entries()) {
    const visitedOn = dice.pick(days);
    if (!calendar.hasCome(visitedOn)) continue;
    const session = index < connecting ? sessions.find((one) => one.heldOn > visitedOn) : undefined;
    quarter.add('core.nutrition_patrol', {
      id: quarter.id('nutrition-patrol', column, index),
      person_id: person.id,
      team_id: 'connection',
      visited_on: visitedOn,
      problem_found: index < finding,
      ...connection(quarter, session, dice.between(3, 18)),
    });
  }
}

function connection(
  { calendar }: Quarter,
  session: Session | undefined,
  days: number,
): { session_id: string | null; connected_on: Day | null } {
  const day = session && addDays(session.heldOn, days);
  return { session_id: session?.id ?? null, connected_on: day && calendar.hasCome(day) ? day : null };
}
