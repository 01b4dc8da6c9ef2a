import { planned } from '#seeds/plan/facts';
import type { Batch } from '#seeds/tables';
import { fiscalYearOf } from '#server/kernel/fiscal-year';
import { addDays, type LivedColumn, livedColumns, type TownCalendar, workdayUntil } from '../calendar';
import type { Dice } from '../dice';
import { idFor } from '../identifier';
import type { SupportCase } from '../model';
import { noteOn } from '../phrases';
import type { Quarter } from '../quarter';
import { windows } from '../windows';

const goals = ['安心して休める時間をつくる', '学校に行きやすい形を見つける', '育児の手を増やす', '家族で話す時間を持つ'];
const destinations = ['こども園の園庭開放', '乳幼児健診', '公民館の子育てサロン', '児童センター', '保育園の保護者会', '図書館のおはなし会'];
const purposes = ['子育ての相談', '広場の紹介', '情報の交換', '親子の遊びの手伝い'];
const plazas = [
  ['たち山梨', 50],
  ['たち牧丘', 20],
  ['山梨地区子育て支援センター', 30],
] as const;

/** What 子ども knows of a case: the children of the home, and talks before and after a birth (妊婦等包括相談). */
export function childrenRecord(quarter: Quarter, dice: Dice, supportCase: SupportCase): void {
  const children = supportCase.household.members.filter(({ person, until }) => person.age < 18 && until === null).length;
  quarter.add('children.case_record', {
    id: quarter.id('children', supportCase.id),
    case_id: supportCase.id,
    opened_on: supportCase.openedOn,
    children_count: children,
    note: dice.chance(0.6) ? quarter.note('children.case_record.note', noteOn(dice, '子育て')) : null,
    version: 1,
  });
  if (!supportCase.topics.has('妊娠・出産')) return;
  quarter.add('children.pregnancy_consultation', {
    id: quarter.id('pregnancy', supportCase.id),
    case_id: supportCase.id,
    consulted_on: supportCase.openedOn,
    stage: dice.pick(['妊娠前期', '妊娠後期', '出産後']),
    note: quarter.note('children.pregnancy_consultation.note', noteOn(dice, '妊娠・出産')),
  });
}

/** Families: each new consultation at こども家庭センター; in each year as many with an 個別支援計画 as the plan's share says. */
export function familiesOf(quarter: Quarter): void {
  const { calendar } = quarter;
  for (const column of livedColumns) {
    const dice = quarter.dice('families', column);
    const taken = quarter.consultations.filter(
      (one) => one.window === 'kodomo-katei' && one.isNew && fiscalYearOf(one.receivedOn) === calendar.year(column),
    );
    const early = taken.filter((one) => !one.person.fixture && one.receivedOn < `${calendar.year(column) + 1}-02-15`);
    const planning = new Set(dice.shuffle(early).slice(0, plansIn(column, taken.length)));
    for (const one of taken) {
      const id = quarter.id('family', one.id);
      quarter.add('children.family', { id, case_id: one.case?.id ?? null, taken_on: one.receivedOn, theme: one.topics[0] ?? '子育て' });
      const madeOn = addDays(one.receivedOn, dice.between(10, 40));
      if (planning.has(one) && calendar.hasCome(madeOn)) {
        quarter.add('children.individual_plan', {
          id: quarter.id('individual-plan', one.id),
          family_id: id,
          made_on: madeOn,
          goal: quarter.note('children.individual_plan.goal', dice.pick(goals)),
        });
      }
    }
  }
}

function plansIn(column: LivedColumn, families: number): number {
  const ofYear = Math.round((windows['kodomo-katei'].demand(column) * (planned('i05-kodomo-plan-rate', column) ?? 0)) / 100);
  return Math.round((ofYear * families) / windows['kodomo-katei'].demand(column));
}

/** Visitors of the three places for parents and children, and the trips of the coordinator: in each year exactly as many as the plan says. */
export function childrenTown(calendar: TownCalendar, dice: Dice): Batch[] {
  const visits = livedColumns.flatMap((column) => plazaDays(calendar, dice, column)).filter(({ heldOn }) => calendar.hasCome(heldOn));
  const trips = livedColumns
    .flatMap((column) => calendar.arrivals(dice, calendar.year(column), planned('i04-tsudoi-outreach', column) ?? 0))
    .filter((day) => calendar.hasCome(day));
  return [
    {
      table: 'children.plaza_day',
      rows: visits.map(({ plaza, heldOn, visitors }) => ({ id: idFor('plaza-day', plaza, heldOn), plaza, held_on: heldOn, visitors })),
    },
    {
      table: 'children.coordinator_trip',
      rows: trips.map((day, index) => ({
        id: idFor('coordinator-trip', index),
        went_on: workdayUntil(day),
        destination: dice.pick(destinations),
        purpose: dice.pick(purposes),
      })),
    },
  ];
}

/** The year's visitors come one by one, each to a place and on a day of their own choosing. */
function plazaDays(calendar: TownCalendar, dice: Dice, column: LivedColumn) {
  const workdays = calendar.workdays(calendar.year(column));
  const places = plazas.map(([plaza, weight]) => [workdays.map((heldOn) => ({ plaza, heldOn, visitors: 0 })), weight] as const);
  for (let left = planned('i10-kosodate-kyoten', column) ?? 0; left > 0; left--) dice.pick(dice.weighted(places)).visitors += 1;
  return places.flatMap(([days]) => days);
}
