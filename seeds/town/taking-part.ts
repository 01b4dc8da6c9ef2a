import { planned } from '#seeds/plan/facts';
import { fiscalYearOf } from '#server/kernel/fiscal-year';
import { addDays, type Day, type LivedColumn, later, livedColumns, workdayUntil } from './calendar';
import type { SupportCase } from './model';
import type { Quarter } from './quarter';
import { rowsOfYear } from './rows-of-year';
import { serviceId } from './services';
import type { Topic } from './topics';

/** People whose participation was evaluated, per year: 9 of 15 is the plan's 60 % (assumed); nobody in R6, where it has no data. */
const evaluations: Readonly<Record<LivedColumn, number>> = { R6: 0, R7: 15, R8: 16 };
/** Others a year who take part and are not evaluated yet (invented). */
const NOT_YET = 7;
const wanting: readonly Topic[] = ['ひきこもり', '孤独・孤立', '仕事', '地域との関係'];

/** 参加支援 (第2号): out of cases that are about withdrawal, loneliness or work; each person once a year, in each year as many as the plan says. */
export function takePart(quarter: Quarter): void {
  for (const column of livedColumns) takePartInYear(quarter, column);
}

function takePartInYear(quarter: Quarter, column: LivedColumn): void {
  const dice = quarter.dice('taking-part', column);
  const year = quarter.calendar.year(column);
  const byHand = rowsOfYear(quarter, 'core.participation_support', 'evaluated_on', year);
  const evaluating = evaluations[column] - byHand.length;
  const changing =
    Math.round((evaluations[column] * (planned('i17-participation-change', column) ?? 0)) / 100) -
    byHand.filter((row) => row.change_seen).length;
  const matching =
    (planned('i18-employment-matching', column) ?? 0) - rowsOfYear(quarter, 'core.participation_support', 'matched_on', year).length;
  const suited = dice.shuffle(quarter.cases.filter((one) => suits(one, year)));
  const onePerPerson = [...new Map(suited.map((one) => [one.person, one])).values()].slice(0, evaluating + matching + NOT_YET);
  for (const [index, one] of onePerPerson.entries()) {
    const startedOn = later(one.openedOn, workdayUntil(addDays(`${year}-04-20`, dice.between(0, 170))));
    const evaluatedOn = index < evaluating ? addDays(startedOn, dice.between(60, 140)) : null;
    const matched = index >= evaluating && index < evaluating + matching;
    participate(quarter, one, {
      id: quarter.id('participation', column, index),
      index,
      startedOn,
      evaluatedOn,
      changed: index < changing,
      matched,
    });
  }
}

function suits(one: SupportCase, year: number): boolean {
  return (
    !one.person.fixture &&
    one.person.age >= 16 &&
    one.openedOn < `${year}-10-01` &&
    fiscalYearOf(one.closesOn) >= year &&
    wanting.some((topic) => one.topics.has(topic))
  );
}

interface Participation {
  readonly id: string;
  readonly index: number;
  readonly startedOn: Day;
  readonly evaluatedOn: Day | null;
  readonly changed: boolean;
  readonly matched: boolean;
}

function participate(quarter: Quarter, one: SupportCase, { id, index, startedOn, evaluatedOn, changed, matched }: Participation): void {
  const come = (day: Day | null) => (day && quarter.calendar.hasCome(day) ? day : null);
  if (!come(startedOn)) return;
  const kind = matched ? 'EMPLOYMENT' : (['EXPERIENCE', 'PLACE', 'EXPERIENCE', 'EMPLOYMENT', 'HOUSING'] as const)[index % 5];
  const matchedOn = matched ? come(addDays(startedOn, 45)) : null;
  quarter.add('core.participation_support', {
    id,
    person_id: one.person.id,
    case_id: one.id,
    team_id: 'connection',
    kind: kind ?? 'PLACE',
    started_on: startedOn,
    evaluated_on: come(evaluatedOn),
    change_seen: come(evaluatedOn) ? changed : null,
    service_id: kind === 'EXPERIENCE' ? serviceId('nogyo-taiken') : matchedOn && serviceId('seisou-shigoto'),
    matched_on: matchedOn,
  });
}
