import type { ConferenceKind } from './conference-profile';

/** How much of a session its minutes tell: what its wall may hold, what was said among those at the table, or all that the office keeps. */
export const minutesLevels = ['ROOM', 'PARTICIPANTS', 'OFFICE'] as const;
export type MinutesLevel = (typeof minutesLevels)[number];

/** How minutes leave the screen. */
export type MinutesForm = 'PRINT' | 'FILE';

/**
 * The table of minutes (to be confirmed by the city): a column for each level in the order above. `x` there are none; `R` read on the screen and
 * nowhere else; `F` may be printed, and leave as a file. Where a kind keeps no minutes there are none at all, 支援会議 above all; and what
 * tells of a case stays on the screens of those who may know it.
 */
const table: Readonly<Record<ConferenceKind, string>> = {
  JUSOTEKI_CASE: 'x R R',
  JUSOTEKI_EVALUATION: 'F F F',
  SHIEN_KAIGI: 'x x x',
  CHONAI: 'F F F',
  WORKING: 'x x x',
  MARUGOTO: 'F R R',
  CONNECT: 'x x x',
  OPEN_TALKING_BAR: 'x x x',
};

const signOf = (kind: ConferenceKind, level: MinutesLevel): string => table[kind].split(' ')[minutesLevels.indexOf(level)] ?? 'x';

/** Whether there are minutes of this level of a session of this kind. */
export function hasMinutes(kind: ConferenceKind, level: MinutesLevel): boolean {
  return signOf(kind, level) !== 'x';
}

/** Whether they may leave the screen, on paper or as a file. */
export function minutesLeave(kind: ConferenceKind, level: MinutesLevel): boolean {
  return signOf(kind, level) === 'F';
}
