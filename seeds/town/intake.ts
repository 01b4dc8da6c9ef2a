import { fiscalYearOf, span } from '#server/kernel/fiscal-year';
import { addDays, type Day, livedColumns, workdayUntil } from './calendar';
import type { Dice } from './dice';
import type { Consultation, Person, SupportCase, Urgency } from './model';
import { noteOn, routes, summaryOf } from './phrases';
import { ageOn } from './population';
import type { Quarter } from './quarter';
import type { Topic } from './topics';
import { type WindowKey, windowKeys, windowOf } from './windows';

const urgencies: readonly (readonly [Urgency, number])[] = [
  ['NORMAL', 80],
  ['SOON', 16],
  ['IMMEDIATE', 4],
];
const extraTopics: readonly (readonly [number, number])[] = [
  [0, 55],
  [1, 25],
  [2, 20],
];

/** How a consultation ends that becomes no case. */
const outcomes: readonly (readonly [string, number])[] = [
  ['情報提供のみ', 70],
  ['つなぎ完了', 20],
  ['辞退', 7],
  ['連絡途絶', 3],
];

interface Arrival {
  readonly window: WindowKey;
  readonly person: Person;
  readonly day: Day;
}

/**
 * Everyone who came to a window as new: in each year as many as the plan says for the window, less those who were written by hand, on
 * days as people come; whatever lies after the anchor has not happened. Then the work that followed from each.
 */
export function receive(quarter: Quarter): void {
  const dice = quarter.dice('intake');
  const arrivals = windowKeys.flatMap((window) =>
    livedColumns.flatMap((column) => arrivalsAt(quarter, window, quarter.calendar.year(column), windowOf(window).demand(column))),
  );
  arrivals.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
  for (const arrival of arrivals) if (quarter.calendar.hasCome(arrival.day)) admit(quarter, dice, arrival);
  for (const supportCase of quarter.cases) if (!supportCase.taken) followUp(quarter, dice, supportCase);
}

/** One person is new at one window at most once a year. */
function arrivalsAt(quarter: Quarter, window: WindowKey, year: number, demand: number): Arrival[] {
  const { calendar } = quarter;
  const { serves } = windowOf(window);
  const already = quarter.consultations.filter((c) => c.window === window && c.isNew && fiscalYearOf(c.receivedOn) === year);
  const count = demand - already.length;
  const dice = quarter.dice('arrivals', window, year - calendar.shift);
  const people = dice
    .shuffle(quarter.people.filter((person) => !person.fixture && serves(person, ageOn(person.bornOn, span(year).from))))
    .slice(0, count);
  if (people.length < count) throw new Error(`only ${people.length} of ${count} people for ${window} in ${year}`);
  const days = calendar.arrivals(dice, year, count);
  return people.map((person, index) => ({ window, person, day: days[index] ?? calendar.anchor }));
}

function admit(quarter: Quarter, dice: Dice, { window, person, day }: Arrival): void {
  const { team, becomesCase, topics: weights } = windowOf(window);
  const topics = new Set<Topic>([dice.weighted(weights)]);
  for (let more = dice.weighted(extraTopics); more > 0; more--) topics.add(dice.weighted(weights));
  const current = person.cases.find((candidate) => candidate.closesOn >= day);
  if (current) join(current, window, day, topics);
  const supportCase = current ?? (dice.chance(becomesCase) ? openCase(quarter, dice, { window, person, day, topics: [...topics] }) : null);
  const outcome = supportCase ? '継続支援' : dice.weighted(outcomes);
  consult(quarter, dice, { window, person, case: supportCase, receivedOn: day, topics: [...topics], isNew: true, outcome });
  person.teams.add(team);
}

function join(supportCase: SupportCase, window: WindowKey, day: Day, topics: Iterable<Topic>): void {
  supportCase.teams.add(windowOf(window).team);
  supportCase.windows.add(window);
  for (const topic of topics) if (supportCase.topics.size < 6) supportCase.topics.add(topic);
  const atLeast = addDays(day, 60);
  if (supportCase.closesOn < atLeast) supportCase.closesOn = atLeast;
}

interface CaseOpening {
  readonly window: WindowKey;
  readonly person: Person;
  readonly day: Day;
  readonly topics: readonly Topic[];
}

function openCase(quarter: Quarter, dice: Dice, { window, person, day, topics }: CaseOpening): SupportCase {
  const { team } = windowOf(window);
  const lasts = Math.round(30 + 500 * dice.unit() ** 2);
  const opened: SupportCase = {
    id: quarter.id('case', quarter.cases.length),
    person,
    household: person.household,
    lead: team,
    teams: new Set([team]),
    windows: new Set([window]),
    topics: new Set(topics),
    openedOn: day,
    summary: dice.chance(0.8) ? quarter.note('core.support_case.summary', summaryOf(dice, topics)) : null,
    closesOn: addDays(day, lasts),
    stage: null,
    taken: false,
  };
  quarter.cases.push(opened);
  person.cases.push(opened);
  return opened;
}

/** Consultations that continue a case: none to four, a few weeks apart, while it is open. */
function followUp(quarter: Quarter, dice: Dice, supportCase: SupportCase): void {
  const end = supportCase.closesOn < quarter.calendar.anchor ? supportCase.closesOn : quarter.calendar.anchor;
  let day = supportCase.openedOn;
  for (
    let left = dice.weighted([
      [0, 35],
      [1, 30],
      [2, 20],
      [3, 10],
      [4, 5],
    ] as const);
    left > 0;
    left--
  ) {
    day = addDays(day, dice.between(12, 60));
    if (day > end) return;
    const window = dice.pick([...supportCase.windows]);
    const topic = dice.pick([...supportCase.topics]);
    consult(quarter, dice, {
      window,
      person: supportCase.person,
      case: supportCase,
      receivedOn: workdayUntil(day),
      topics: [topic],
      isNew: false,
      outcome: '継続支援',
    });
  }
}

interface Talk extends Pick<Consultation, 'window' | 'person' | 'case' | 'receivedOn' | 'topics' | 'isNew' | 'outcome'> {}

function consult(quarter: Quarter, dice: Dice, talk: Talk): void {
  const [first = 'その他'] = talk.topics;
  quarter.consultations.push({
    ...talk,
    id: quarter.id('consultation', quarter.consultations.length),
    route: dice.weighted(routes),
    urgency: dice.weighted(urgencies),
    isolation: talk.topics.includes('孤独・孤立') || talk.topics.includes('ひきこもり') || dice.chance(0.08),
    note: dice.chance(0.6) ? quarter.note('core.consultation.note', noteOn(dice, first)) : null,
  });
}
