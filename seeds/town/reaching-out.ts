import { planned } from '#seeds/plan/facts';
import { fiscalYearOf } from '#server/kernel/fiscal-year';
import { addDays, type LivedColumn, livedColumns, workdayUntil } from './calendar';
import type { Dice } from './dice';
import type { Consultation, Person } from './model';
import type { Quarter } from './quarter';
import { rowsOfYear } from './rows-of-year';
import { outreachWorkers } from './staff';
import { windows } from './windows';

/** People a year who stop at ふらっとよりみち相談会 for a talk and need nothing more (invented). */
const STROLLERS = 45;
const places = ['スーパーの入口', '市民会館', '日下部公民館', '八幡公民館', '直売所', '図書館'];
const heard = ['民生委員児童委員協議会の集まりで', '自主グループの体操の会で', '高齢者サロンで', '家族会で', '関係者のネットワーク会議で'];

/**
 * 第4号: people met by going out to them. Of those who came new to 支援つなげる担当, in each year as many as the plan says were met at
 * ふらっとよりみち相談会 or by an outreach worker: that is how they came.
 */
export function reachOut(quarter: Quarter): void {
  for (const column of livedColumns) {
    const dice = quarter.dice('reaching-out', column);
    connect(quarter, dice, column);
    strollBy(quarter, dice, column);
  }
}

function connect(quarter: Quarter, dice: Dice, column: LivedColumn): void {
  const year = quarter.calendar.year(column);
  const everyone = quarter.consultations.filter((one) => one.window === 'connection' && one.isNew && fiscalYearOf(one.receivedOn) === year);
  const came = dice.shuffle(everyone.filter((one) => !one.person.fixture));
  // In a year that is not over, as many of each kind as its part of the year holds.
  const share = came.length / (windows.connection.demand() - (everyone.length - came.length));
  const ofPlan = (figure: number, table: 'core.walk_in' | 'core.outreach') =>
    Math.round((figure - rowsOfYear(quarter, table, 'connected_on', year).length) * share);
  for (const one of came.splice(0, ofPlan(planned('i15-furatto', column) ?? 0, 'core.walk_in'))) {
    walkIn(quarter, dice, one.person, addDays(one.receivedOn, -dice.between(0, 10)), one.receivedOn);
  }
  const reached = planned('i14-outreach-worker', column);
  if (reached === null) return;
  const connected = ofPlan(reached, 'core.outreach');
  for (const [index, one] of came.entries()) accompany(quarter, dice, one, index < connected);
}

function walkIn(quarter: Quarter, dice: Dice, person: Person, heldOn: string, connectedOn: string | null): void {
  quarter.add('core.walk_in', {
    id: quarter.id('walk-in', quarter.rows('core.walk_in').length),
    project_id: 'furatto-yorimichi',
    team_id: 'connection',
    person_id: person.id,
    held_on: workdayUntil(heldOn),
    place: quarter.note('core.walk_in.place', dice.pick(places)),
    connected_on: connectedOn,
  });
}

/** An outreach worker begins with a person; who is connected became so on the day of the consultation. */
function accompany(quarter: Quarter, dice: Dice, { person, case: one, receivedOn }: Consultation, connected: boolean): void {
  if (one && !connected && !one.taken && one.closesOn > quarter.calendar.anchor) one.stage = 'OUTREACH';
  quarter.add('core.outreach', {
    id: quarter.id('outreach', quarter.rows('core.outreach').length),
    person_id: person.id,
    case_id: one?.id ?? null,
    team_id: 'connection',
    staff_id: dice.pick(outreachWorkers),
    started_on: connected ? addDays(receivedOn, -dice.between(20, 60)) : receivedOn,
    heard_at: quarter.note('core.outreach.heard_at', dice.pick(heard)),
    connected_on: connected ? receivedOn : null,
  });
}

function strollBy(quarter: Quarter, dice: Dice, column: LivedColumn): void {
  const people = dice.shuffle(quarter.people.filter((one) => !one.fixture && one.age >= 18)).slice(0, STROLLERS);
  const days = quarter.calendar.arrivals(dice, quarter.calendar.year(column), people.length);
  for (const [index, day] of days.entries()) {
    const person = people[index];
    if (person && quarter.calendar.hasCome(day)) walkIn(quarter, dice, person, day, null);
  }
}
