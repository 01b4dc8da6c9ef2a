import type { Batch } from '#seeds/tables';
import type { ConferenceKind } from '#server/access/conference-profile';
import { idFor } from './identifier';

/** From when until when each kind sits (invented). */
export const hours: Readonly<Record<ConferenceKind, readonly [startsAt: string, endsAt: string]>> = {
  JUSOTEKI_CASE: ['13:30', '15:00'],
  JUSOTEKI_EVALUATION: ['14:00', '16:00'],
  SHIEN_KAIGI: ['10:00', '11:00'],
  CHONAI: ['10:00', '11:30'],
  WORKING: ['13:30', '16:30'],
  MARUGOTO: ['13:30', '15:00'],
  CONNECT: ['15:00', '16:00'],
  OPEN_TALKING_BAR: ['18:30', '20:00'],
};

const FRIDAY = 5;
const everyMonth = Array.from({ length: 12 }, (_, index) => index + 1);

/** When kinds meet again and again (invented); a 支援会議 has no rhythm. */
const rhythms: readonly (readonly [
  kind: ConferenceKind,
  weeks: readonly number[],
  weekday: number,
  months: readonly number[],
  place: string,
])[] = [
  ['JUSOTEKI_CASE', [3], FRIDAY, everyMonth, '市役所 会議室B'],
  ['JUSOTEKI_EVALUATION', [2], 3, [3], '市役所 大会議室'],
  ['CHONAI', [1], 3, [2, 7, 11], '市役所 会議室A'],
  ['WORKING', [3], 2, [1, 6], '市役所 研修室'],
  ['MARUGOTO', [2], FRIDAY, [3, 6, 9, 12], '市民会館 大ホール'],
  ['CONNECT', [2], 2, [2, 4, 6, 8, 10, 12], '市役所 会議室B'],
  ['OPEN_TALKING_BAR', [-1], 4, [2, 5, 8, 11], '市民会館 談話室'],
];

/** 開催の周期 of the city's conferences. */
export function seriesBatch(): Batch {
  return {
    table: 'core.series',
    rows: rhythms.map(([kind, weeks, weekday, months, place]) => {
      const [starts_at, ends_at] = hours[kind];
      return {
        id: idFor('series', kind),
        kind,
        weeks: [...weeks].map(String),
        weekday,
        months: months.map(String),
        starts_at,
        ends_at,
        place,
        version: 1,
      };
    }),
  };
}
