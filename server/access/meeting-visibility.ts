import type { ConferenceKind } from './conference-profile';
import type { FieldClass } from './field-class';

/**
 * How far a field of somebody's life may go in the room: shown to all in it, on the own device of those who may read it and never on a wall,
 * only coarsely or counted, or not at all.
 */
export type Showing = 'shown' | 'own-device' | 'generalised' | 'never';

/** What conferences speak of, as the visibility table of the domain names it. */
export const meetingFields = [
  'name',
  'age',
  'address',
  'district',
  'household',
  'topics',
  'sensitive',
  'notes',
  'plan',
  'roles',
  'staff-link',
  'informant',
  'protected',
  'resources',
  'indicators',
] as const;
export type MeetingField = (typeof meetingFields)[number];

const columns = [
  'CHONAI',
  'JUSOTEKI_CASE',
  'JUSOTEKI_EVALUATION',
  'SHIEN_KAIGI',
  'CONNECT',
  'MARUGOTO',
  'OPEN_TALKING_BAR',
  'WORKING',
] as const satisfies readonly ConferenceKind[];

/**
 * The visibility table (O shown, P own device, G generalised, x never), a column for each kind in the order above; to be confirmed by the
 * city, コネクト会議 most of all. ワーキング knows fictional cases only, so nobody's field is ever shown there.
 */
const table: Readonly<Record<MeetingField, string>> = {
  name: 'x P x P P x x x',
  age: 'G O x P P G x x',
  address: 'x P x P P x x x',
  district: 'G O G O O G x x',
  household: 'x O x P P G x x',
  topics: 'G O G O O G x x',
  sensitive: 'x P x P P x x x',
  notes: 'x P x P P x x x',
  plan: 'G O G O O O x x',
  roles: 'O O G O O O O x',
  'staff-link': 'x O x O O x x x',
  informant: 'x x x P x x x x',
  protected: 'x P x P x x x x',
  resources: 'O O O O O O O O',
  indicators: 'O O O O O O O x',
};

const signs: Readonly<Record<string, Showing>> = { O: 'shown', P: 'own-device', G: 'generalised', x: 'never' };

/** How far `field` may go in a conference of this kind; what the table does not name is never shown. */
export function showing(kind: ConferenceKind, field: MeetingField): Showing {
  return signs[table[field].split(' ')[columns.indexOf(kind)] ?? 'x'] ?? 'never';
}

/** Which class of fields in the records each of the table's words stands for; the others are open to whoever sees the row. */
const classOf: Readonly<Partial<Record<MeetingField, FieldClass>>> = {
  name: 'identity',
  address: 'address',
  household: 'protected',
  sensitive: 'sensitive',
  notes: 'note',
};

/** Field classes that a case before a conference of this kind opens on the own devices of those who may hear it. */
export function classesHeard(kind: ConferenceKind): readonly FieldClass[] {
  return meetingFields.flatMap((field) => {
    const fieldClass = classOf[field];
    return fieldClass && ['shown', 'own-device'].includes(showing(kind, field)) ? [fieldClass] : [];
  });
}
