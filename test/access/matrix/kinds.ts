import type { ConferenceKind } from '#server/access/conference-profile';
import type { MinutesForm, MinutesLevel } from '#server/access/minutes-level';
import { called, calling, members, serving, sharing, staff, steering, type Who } from './who';

/** What somebody may do with one session of a kind, whatever road they take. */
export interface KindRow {
  /** Who finds it, in a list or by its id, and may watch it live. */
  readonly known: readonly Who[];
  /** Who sees which field of the classes identity, address, sensitive, note and protected. */
  readonly sees: Readonly<Record<string, readonly Who[]>>;
  /** Who reads its minutes, and by whom they leave the screen; a level that is not named is nobody's. */
  readonly minutes: Readonly<Partial<Record<MinutesLevel, readonly Who[]>>>;
  readonly leaves: Readonly<Partial<Record<`${MinutesLevel} ${MinutesForm}`, readonly Who[]>>>;
  /** Who prints its sheet, and who takes its invitation (.ics) out. */
  readonly sheet: readonly Who[];
  readonly invitation: readonly Who[];
}

const atTheTable = [...steering, ...called];
/** Minutes of the room are read by all, of the table by whoever sat there, whole by those who steer. */
const minuted = { ROOM: staff, PARTICIPANTS: atTheTable, OFFICE: steering };
const nothing = { minutes: {}, leaves: {}, sheet: [] };
const open = { known: staff, sees: { 'Session.place': staff, 'AgendaItem.note': steering }, invitation: calling };
/** A case is there for those who know it, its notes for those who serve. */
const cases = { ...open, sees: { ...open.sees, 'Case.summary': serving } };
const wholly = {
  ...{ 'ROOM PRINT': steering, 'PARTICIPANTS PRINT': steering, 'OFFICE PRINT': steering },
  ...{ 'ROOM FILE': calling, 'PARTICIPANTS FILE': calling, 'OFFICE FILE': calling },
};

/** The matrix of conferences: a row for every kind. A kind without a row does not compile. */
export const kinds: Readonly<Record<ConferenceKind, KindRow>> = {
  JUSOTEKI_CASE: { ...cases, ...nothing, minutes: { PARTICIPANTS: atTheTable, OFFICE: steering } },
  JUSOTEKI_EVALUATION: { ...open, minutes: minuted, leaves: wholly, sheet: steering },
  SHIEN_KAIGI: {
    ...{ known: members, ...nothing, invitation: [] },
    sees: { 'Session.place': members, 'AgendaItem.note': members, 'CaseItem.reason': members },
  },
  CHONAI: { ...open, minutes: minuted, leaves: wholly, sheet: steering },
  WORKING: { ...open, ...nothing, sheet: steering },
  MARUGOTO: {
    ...{ ...open, known: [...staff, 'display'] },
    sees: {
      ...open.sees,
      ...Object.fromEntries(['note', 'risks', 'enough'].map((name) => [`CaseCard.${name}`, steering])),
      'CaseCard.case': sharing,
      'Case.summary': serving,
    },
    ...{ minutes: minuted, leaves: { 'ROOM PRINT': steering, 'ROOM FILE': calling }, sheet: steering },
  },
  CONNECT: { ...cases, ...nothing },
  OPEN_TALKING_BAR: { ...open, ...nothing, sheet: steering },
};
