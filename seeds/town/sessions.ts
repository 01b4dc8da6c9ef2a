import { staffId } from '#seeds/personas';
import type { TeamId } from '#seeds/plan/directory';
import { planned } from '#seeds/plan/facts';
import type { ConferenceKind } from '#server/access/conference-profile';
import { addDays, type Day, daysBetween, type LivedColumn, livedColumns, type TownCalendar, workdayUntil, yearName } from './calendar';
import { diceFor } from './dice';
import { idFor } from './identifier';

/** One meeting of a conference, held or still to come. */
export interface Session {
  readonly id: string;
  readonly kind: ConferenceKind;
  readonly number: number;
  readonly title: string;
  readonly heldOn: Day;
  readonly place: string;
  readonly held: boolean;
  /** Where it stands: a session that was held ended with its last step. */
  readonly step: number;
  readonly facilitator: string;
  /** 担当 at the table; for conferences of cases also the ones whose cases are brought. */
  readonly teams: readonly TeamId[];
}

/** The 地域まるごと支援会議 that is about to begin is the third of its year. */
const TODAYS_NUMBER = 3;
/** The last step of each kind, counted from 0, as in server/meetings/kinds. */
const lastStep: Readonly<Record<ConferenceKind, number>> = {
  JUSOTEKI_CASE: 8,
  JUSOTEKI_EVALUATION: 5,
  SHIEN_KAIGI: 7,
  CHONAI: 4,
  WORKING: 3,
  MARUGOTO: 6,
  CONNECT: 4,
  OPEN_TALKING_BAR: 3,
};
/** How far ahead sessions are called. */
const CALLED_AHEAD = 45;

interface KindPlan {
  readonly name: string;
  /** Sessions in a year. Where the plan gives a figure it is the plan's. */
  readonly yearly: (column: LivedColumn) => number;
  readonly place: string;
  readonly facilitator: string;
}

const kinds: Readonly<Record<Exclude<ConferenceKind, 'MARUGOTO'>, KindPlan>> = {
  SHIEN_KAIGI: {
    name: '支援会議',
    yearly: (column) => planned('i12-shien-kaigi', column) ?? 0,
    place: '市役所 会議室C',
    facilitator: 'facilitator',
  },
  JUSOTEKI_CASE: {
    name: '重層的支援会議(個別事例)',
    yearly: (column) => planned('i13-juso-kaigi', column) ?? 0,
    place: '市役所 会議室B',
    facilitator: 'facilitator',
  },
  JUSOTEKI_EVALUATION: { name: '重層的支援会議(有識者)', yearly: () => 1, place: '市役所 大会議室', facilitator: 'facilitator' },
  CHONAI: { name: '庁内等検討会議', yearly: () => 3, place: '市役所 会議室A', facilitator: 'connection-2' },
  WORKING: { name: 'ワーキング', yearly: () => 2, place: '市役所 研修室', facilitator: 'connection-2' },
  CONNECT: { name: 'コネクト会議', yearly: () => 6, place: '市役所 会議室B', facilitator: 'connection-2' },
  OPEN_TALKING_BAR: { name: 'Open Talking Bar', yearly: () => 4, place: '市民会館 談話室', facilitator: 'livelihood-2' },
};

/** Every session that was held, and those already called, in the order of their days. */
export function sessionsOf(calendar: TownCalendar, seed: number): Session[] {
  const regular = (Object.keys(kinds) as (keyof typeof kinds)[]).flatMap((kind) => regularSessions(calendar, seed, kind));
  return [...regular, ...marugotoSessions(calendar)].sort((a, b) => (a.heldOn + a.kind < b.heldOn + b.kind ? -1 : 1));
}

/** Spread evenly over each year; the year after the current one stands in where the anchor is near the year's end. */
function regularSessions(calendar: TownCalendar, seed: number, kind: keyof typeof kinds): Session[] {
  const { name, yearly, place, facilitator } = kinds[kind];
  const years = [
    ...livedColumns.map((column) => [calendar.year(column), yearly(column)] as const),
    [calendar.year('R8') + 1, yearly('R8')] as const,
  ];
  return years.flatMap(([year, count]) =>
    Array.from({ length: count }, (_, index) => {
      const heldOn = workdayUntil(addDays(`${year}-04-01`, 6 + Math.floor(((index + 0.5) * 355) / count)));
      return session(calendar, {
        kind,
        year,
        number: index + 1,
        name,
        heldOn,
        place,
        facilitator,
        teams: teamsAtTable(seed, kind, year, index),
      });
    }).filter(({ heldOn }) => heldOn <= calendar.ahead(CALLED_AHEAD)),
  );
}

/** 地域まるごと支援会議: four in each past year; in the current one two behind us and the third today, about to begin. */
function marugotoSessions(calendar: TownCalendar): Session[] {
  const past = (['R6', 'R7'] as const).flatMap((column) =>
    [6, 9, 12, 2].map((month, index) => [calendar.year(column), index + 1, calendar.on(column, month, 15)] as const),
  );
  const year = calendar.year('R8');
  const begun = daysBetween(`${year}-04-01`, calendar.anchor);
  const current = [1, 2, TODAYS_NUMBER].map(
    (number) => [year, number, addDays(`${year}-04-01`, Math.floor((begun * number) / TODAYS_NUMBER))] as const,
  );
  return [...past, ...current].map(([sessionYear, number, heldOn]) =>
    session(calendar, {
      kind: 'MARUGOTO',
      year: sessionYear,
      number,
      name: '地域まるごと支援会議',
      heldOn,
      place: '市民会館 大ホール',
      facilitator: 'facilitator',
      teams: [],
    }),
  );
}

interface SessionPlan extends Pick<Session, 'kind' | 'number' | 'heldOn' | 'place' | 'teams'> {
  readonly year: number;
  readonly name: string;
  readonly facilitator: string;
}

function session(calendar: TownCalendar, { year, name, facilitator, ...plan }: SessionPlan): Session {
  const held = plan.heldOn < calendar.anchor || (plan.kind === 'MARUGOTO' && plan.number < TODAYS_NUMBER);
  return {
    ...plan,
    id: idFor('session', plan.kind, year, plan.number),
    title: `${yearName(year)} 第${plan.number}回 ${name}`,
    held,
    step: held ? lastStep[plan.kind] : 0,
    facilitator: staffId(facilitator),
  };
}

/** The 担当 that bring cases to a session of individuals: two or three windows, and 支援つなげる担当 always. */
function teamsAtTable(seed: number, kind: ConferenceKind, year: number, index: number): TeamId[] {
  const all: readonly TeamId[] = ['elderly-care', 'disability', 'livelihood', 'children', 'council'];
  if (kind === 'CONNECT') return ['connection', 'elderly-care', 'council'];
  if (kind !== 'SHIEN_KAIGI' && kind !== 'JUSOTEKI_CASE') return ['connection', ...all];
  const dice = diceFor(seed, 'session', kind, year, index);
  return ['connection', ...dice.shuffle(all).slice(0, dice.between(2, 3))];
}
