import { addDays, addYears, type Day, later } from './calendar';
import type { Dice } from './dice';
import { districts } from './districts';
import type { Household, Person, Trait } from './model';
import { INVENTED, NameDeck, type PersonName, type Sex, type Written } from './names';
import type { Quarter } from './quarter';

/** Not one person's name and address in fifty but the marker of a canary stands in it. */
const MARKED = 50;
/** Calls nobody, like every number of this city. */
export const INVENTED_PHONE = '000-0000-0000';

interface MemberPlan {
  readonly relationship: string;
  readonly sex?: Sex;
  readonly age: readonly [number, number];
  /** How often there is such a member. */
  readonly share?: number;
}

interface HouseholdPlan {
  readonly composition: string;
  readonly count: number;
  readonly members: readonly MemberPlan[];
}

const child = (age: readonly [number, number], share = 1): MemberPlan => ({ relationship: '子', age, share });

/** How the people whom the windows know live together. Numbers are invented; those written by hand come on top. */
const plans: readonly HouseholdPlan[] = [
  { composition: '高齢者の一人暮らし', count: 395, members: [{ relationship: '本人', age: [65, 96] }] },
  {
    composition: '高齢の夫婦',
    count: 228,
    members: [
      { relationship: '夫', sex: 'MALE', age: [68, 92] },
      { relationship: '妻', sex: 'FEMALE', age: [65, 90] },
    ],
  },
  {
    composition: '高齢の親と子',
    count: 106,
    members: [
      { relationship: '母', sex: 'FEMALE', age: [74, 93] },
      { ...child([42, 62]), sex: 'MALE' },
    ],
  },
  {
    composition: 'ひとり親と子',
    count: 85,
    members: [{ relationship: '母', sex: 'FEMALE', age: [24, 46] }, child([0, 16]), child([0, 12], 0.35)],
  },
  {
    composition: '夫婦と子',
    count: 118,
    members: [
      { relationship: '父', sex: 'MALE', age: [27, 50] },
      { relationship: '母', sex: 'FEMALE', age: [25, 46] },
      child([0, 16]),
      child([0, 10], 0.4),
    ],
  },
  { composition: '一人暮らし', count: 540, members: [{ relationship: '本人', age: [19, 64] }] },
];

/** Parents are at least so much older than their children. */
const GENERATION = 19;

/** Settles the quarter's households with the people whom the windows know, in an order by chance. */
export function settle(quarter: Quarter): void {
  const dice = quarter.dice('population');
  const names = new NameDeck(quarter.dice('names'));
  const all = plans.flatMap((plan) => Array.from({ length: plan.count }, () => plan));
  for (const plan of dice.shuffle(all)) {
    const household = newHousehold(quarter, quarter.households.length, plan.composition, dice.weighted(districts));
    const family = names.family();
    const address = newAddress(dice);
    for (const member of plan.members) {
      if (!dice.chance(member.share ?? 1)) continue;
      const sex = member.sex ?? (dice.chance(0.5) ? 'FEMALE' : 'MALE');
      const age = ageOf(dice, member, household);
      const first = names.first(family, sex, age);
      enrol(quarter, dice, { household, relationship: member.relationship, sex, age, family, first, address });
    }
  }
}

function ageOf(dice: Dice, { relationship, age: [youngest, oldest] }: MemberPlan, { members }: Household): number {
  const parents = members.filter((other) => other.relationship !== '子').map(({ person }) => person.age);
  const limit = relationship === '子' ? Math.min(...parents) - GENERATION : oldest;
  return dice.between(youngest, Math.max(youngest, Math.min(oldest, limit)));
}

interface Newcomer {
  readonly household: Household;
  readonly relationship: string;
  readonly sex: Sex;
  readonly age: number;
  readonly family: Written;
  readonly first: Written;
  readonly address: string;
}

function enrol(quarter: Quarter, dice: Dice, { household, relationship, sex, age, family, first, address }: Newcomer): void {
  const marked = quarter.people.length % MARKED === MARKED / 2;
  const mark = () => (marked ? ` ${quarter.marker()}` : '');
  const bornOn = addDays(addYears(quarter.calendar.anchor, -age), -dice.between(0, 364));
  const person = newPerson(quarter, quarter.people.length, {
    household,
    sex,
    bornOn,
    name: { name: `${family.text} ${first.text}${mark()}${INVENTED}`, kana: `${family.kana} ${first.kana}${mark()}${INVENTED}` },
    address: `${address}${mark()}`,
    phone: dice.chance(0.9) ? `${INVENTED_PHONE}${mark()}` : null,
    traits: traitsOf(dice, age, household.composition),
  });
  const since = later(addDays(quarter.calendar.start, -dice.between(400, 9000)), bornOn);
  household.members.push({ person, relationship, since, until: null });
}

/** Working people come for a disability, for want of money, or because they have withdrawn; others now and then too. */
function traitsOf(dice: Dice, age: number, composition: string): Trait[] {
  const alone = composition === '一人暮らし';
  const traits: Trait[] = [];
  if (dice.chance(alone ? 0.42 : 0.06)) traits.push('disability');
  if (age >= 18 && dice.chance(alone ? 0.45 : 0.08)) traits.push('hardship');
  if (age >= 16 && dice.chance(alone || composition === '高齢の親と子' ? 0.14 : 0.01)) traits.push('withdrawn');
  return traits;
}

/** A household; the key makes its id. */
export function newHousehold(quarter: Quarter, key: string | number, composition: string, district: string): Household {
  const household: Household = { id: quarter.id('household', key), district, composition, members: [] };
  quarter.households.push(household);
  return household;
}

interface PersonPlan {
  readonly household: Household;
  readonly sex: Sex;
  readonly bornOn: Day;
  readonly name: PersonName;
  readonly address: string;
  readonly phone: string | null;
  readonly traits?: readonly Trait[];
  readonly fixture?: boolean;
}

/** A person; the key makes the id. */
export function newPerson(quarter: Quarter, key: string | number, plan: PersonPlan): Person {
  const { household, sex, bornOn, name, address, phone } = plan;
  const person: Person = {
    id: quarter.id('person', key),
    household,
    sex,
    age: ageOn(bornOn, quarter.calendar.anchor),
    bornOn,
    ...name,
    address,
    phone,
    district: household.district,
    traits: new Set(plan.traits),
    fixture: plan.fixture ?? false,
    teams: new Set(),
    cases: [],
    diedOn: null,
    movedOutOn: null,
  };
  quarter.people.push(person);
  return person;
}

/** An address where nobody lives. */
export function newAddress(dice: Dice): string {
  return `架空${dice.between(1, 9)}丁目${dice.between(1, 20)}番${dice.between(1, 30)}号`;
}

/** Age in full years. */
export function ageOn(bornOn: Day, day: Day): number {
  return Number(day.slice(0, 4)) - Number(bornOn.slice(0, 4)) - (day.slice(5) < bornOn.slice(5) ? 1 : 0);
}
