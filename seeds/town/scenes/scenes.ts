import type { Row } from '#seeds/tables';
import { addDays } from '../calendar';
import type { SupportCase } from '../model';
import type { Quarter } from '../quarter';
import { serviceId } from '../services';
import { outreachWorkers } from '../staff';
import { edgeScenes } from './edges';
import { elderScenes } from './elders';
import { familyScenes } from './families';
import { grownChildrenScenes } from './grown-children';
import { play } from './play';
import { protectedScenes } from './protected';
import { singleScenes } from './singles';

/** Everybody written by hand: the archetypes and the edges of the rules. Only the first quarter has them. */
export function playScenes(quarter: Quarter): void {
  for (const teller of [...elderScenes, ...grownChildrenScenes, ...familyScenes, ...protectedScenes, ...singleScenes, ...edgeScenes])
    play(quarter, teller(quarter.calendar));
  workWithFarmer(quarter, scene(quarter, 'farm-to-work'));
  findLowNutrition(quarter, scene(quarter, 'low-nutrition'));
  writeLetters(quarter, scene(quarter, 'eighty-fifty-refusal'));
}

function scene(quarter: Quarter, key: string): SupportCase {
  const found = quarter.scenes.get(key);
  if (!found) throw new Error(`no scene ${key}`);
  return found;
}

const about = (one: SupportCase) => ({ person_id: one.person.id, case_id: one.id, team_id: 'connection' });

/** Reached by an outreach worker, then a place to try, then work that fits: R7's one matching. */
function workWithFarmer(quarter: Quarter, one: SupportCase): void {
  const { calendar } = quarter;
  quarter.add('core.outreach', {
    ...about(one),
    id: quarter.id('outreach', one.id),
    staff_id: outreachWorkers[0] ?? '',
    started_on: calendar.on('R7', 4, 21),
    heard_at: quarter.note('core.outreach.heard_at', '家族会で'),
    connected_on: calendar.on('R7', 6, 10),
  });
  const took = (key: string, row: Row) =>
    quarter.add('core.participation_support', { ...about(one), id: quarter.id('participation', one.id, key), ...row });
  took('farm', {
    kind: 'EXPERIENCE',
    started_on: calendar.on('R7', 8, 20),
    evaluated_on: calendar.on('R7', 11, 28),
    change_seen: true,
    service_id: serviceId('nogyo-taiken'),
    matched_on: null,
  });
  took('work', {
    kind: 'EMPLOYMENT',
    started_on: calendar.on('R7', 11, 4),
    evaluated_on: null,
    change_seen: null,
    service_id: serviceId('seisou-shigoto'),
    matched_on: calendar.on('R7', 12, 12),
  });
}

/** A visit of 栄養パトロール that led to コネクト会議 and on. */
function findLowNutrition(quarter: Quarter, one: SupportCase): void {
  const { calendar } = quarter;
  const visitedOn = calendar.on('R7', 10, 8);
  const session = quarter.frame.sessions.find(({ kind, heldOn }) => kind === 'CONNECT' && heldOn > visitedOn);
  quarter.add('core.nutrition_patrol', {
    id: quarter.id('nutrition-patrol', one.id),
    person_id: one.person.id,
    team_id: 'connection',
    visited_on: visitedOn,
    problem_found: true,
    session_id: session?.id ?? null,
    connected_on: session ? addDays(session.heldOn, 5) : null,
  });
}

/** A relationship by letters that has not become support yet. */
function writeLetters(quarter: Quarter, one: SupportCase): void {
  quarter.add('core.outreach', {
    ...about(one),
    id: quarter.id('outreach', one.id),
    staff_id: outreachWorkers[1] ?? '',
    started_on: quarter.calendar.ago(235),
    heard_at: quarter.note('core.outreach.heard_at', '民生委員児童委員協議会の集まりで'),
    connected_on: null,
  });
}
