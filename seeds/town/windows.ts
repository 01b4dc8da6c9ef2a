import type { TeamId } from '#seeds/plan/directory';
import { planned } from '#seeds/plan/facts';
import type { LivedColumn } from './calendar';
import type { Person } from './model';
import type { Topic } from './topics';

/** A window (相談窓口) that receives consultations. The key is that of its organisation. */
export interface Window {
  readonly team: TeamId;
  /** New consultations in a year: what the plan says, or where it says nothing, an assumption of ours. */
  readonly demand: (column: LivedColumn) => number;
  /** Who comes here, by the person's age when the year began. */
  readonly serves: (person: Person, age: number) => boolean;
  /** How often a new consultation becomes a case. */
  readonly becomesCase: number;
  readonly topics: readonly (readonly [Topic, number])[];
}

const isChild = (person: Person, age: number) => age >= 0 && person.age < 18;
const fromPlan = (indicator: string) => (column: LivedColumn) => planned(indicator, column) ?? 0;
/** こども家庭センター: the plan gives only a share. 152 and 150 families give its 10.5 % and 13.3 % (assumed). */
const families: Readonly<Record<LivedColumn, number>> = { R6: 152, R7: 150, R8: 150 };

export const windows = {
  houkatsu: {
    team: 'elderly-care',
    demand: fromPlan('i01-houkatsu-new'),
    serves: (_, age) => age >= 65,
    becomesCase: 0.6,
    topics: [
      ['介護', 40],
      ['認知症', 18],
      ['病気・健康', 14],
      ['家族との関係', 6],
      ['孤独・孤立', 6],
      ['住まい', 5],
      ['権利擁護', 3],
      ['ごみ・片付け', 3],
      ['食べるもの', 3],
      ['収入・生活費', 2],
    ],
  },
  kikan: {
    team: 'disability',
    demand: fromPlan('i02-kikan-new'),
    serves: (person, age) => age >= 0 && person.traits.has('disability'),
    becomesCase: 0.8,
    topics: [
      ['障害', 40],
      ['こころ', 25],
      ['ひきこもり', 10],
      ['仕事', 8],
      ['家族との関係', 8],
      ['権利擁護', 5],
      ['住まい', 4],
    ],
  },
  'sodan-jigyosho': {
    team: 'disability',
    demand: fromPlan('i03-shogai-soudan-new'),
    serves: (person, age) => age >= 0 && person.traits.has('disability'),
    becomesCase: 0.9,
    topics: [
      ['障害', 50],
      ['仕事', 15],
      ['こころ', 15],
      ['地域との関係', 10],
      ['住まい', 5],
      ['その他', 5],
    ],
  },
  'kodomo-katei': {
    team: 'children',
    demand: (column) => families[column],
    serves: isChild,
    becomesCase: 1,
    topics: [
      ['子育て', 40],
      ['不登校', 12],
      ['妊娠・出産', 10],
      ['家族との関係', 10],
      ['障害', 8],
      ['こころ', 7],
      ['ヤングケアラー', 4],
      ['DV・虐待', 5],
      ['収入・生活費', 4],
    ],
  },
  'tachi-yamanashi': {
    team: 'children',
    demand: () => 60,
    serves: isChild,
    becomesCase: 0.15,
    topics: [
      ['子育て', 70],
      ['妊娠・出産', 15],
      ['地域との関係', 10],
      ['こころ', 5],
    ],
  },
  'seikatsu-sodan': {
    team: 'livelihood',
    demand: fromPlan('i06-seikatsu-new'),
    serves: (person) => person.traits.has('hardship'),
    becomesCase: 0.75,
    topics: [
      ['収入・生活費', 35],
      ['債務', 15],
      ['仕事', 15],
      ['住まい', 12],
      ['税・公共料金', 8],
      ['食べるもの', 8],
      ['こころ', 4],
      ['家族との関係', 3],
    ],
  },
  shakyo: {
    team: 'council',
    demand: () => 90,
    serves: (person, age) => age >= 70 || person.traits.has('hardship'),
    becomesCase: 0.5,
    topics: [
      ['収入・生活費', 25],
      ['孤独・孤立', 22],
      ['地域との関係', 15],
      ['権利擁護', 12],
      ['食べるもの', 12],
      ['ごみ・片付け', 8],
      ['介護', 6],
    ],
  },
  connection: {
    team: 'connection',
    demand: () => 24,
    serves: (person) => person.traits.has('withdrawn'),
    becomesCase: 0.9,
    topics: [
      ['ひきこもり', 40],
      ['孤独・孤立', 25],
      ['こころ', 15],
      ['家族との関係', 10],
      ['ごみ・片付け', 5],
      ['収入・生活費', 5],
    ],
  },
} as const satisfies Readonly<Record<string, Window>>;

export type WindowKey = keyof typeof windows;
export const windowKeys = Object.keys(windows) as WindowKey[];

/** The window of a key, without the narrowness of the literal. */
export function windowOf(key: WindowKey): Window {
  return windows[key];
}
