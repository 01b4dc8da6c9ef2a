import { describe, expect, it } from 'vitest';
import { type ConferenceKind, conferenceKinds, conferenceProfiles } from './conference-profile';
import { classesHeard, type MeetingField, meetingFields, type Showing, showing } from './meeting-visibility';

/** The visibility table of the domain, column by column, in the order of its fields. */
const columns: Readonly<Record<ConferenceKind, string>> = {
  CHONAI: 'xGxGxGxxGOxxxOO',
  JUSOTEKI_CASE: 'POPOOOPPOOOxPOO',
  JUSOTEKI_EVALUATION: 'xxxGxGxxGGxxxOO',
  SHIEN_KAIGI: 'PPPOPOPPOOOPPOO',
  CONNECT: 'PPPOPOPPOOOxxOO',
  MARUGOTO: 'xGxGGGxxOOxxxOO',
  OPEN_TALKING_BAR: 'xxxxxxxxxOxxxOO',
  WORKING: 'xxxxxxxxxxxxxOx',
};
const signs: Readonly<Record<string, Showing>> = { O: 'shown', P: 'own-device', G: 'generalised', x: 'never' };

describe('what may be shown in the room', () => {
  it.each(conferenceKinds)('%s: the column of the table', (kind) => {
    expect(meetingFields.map((field) => showing(kind, field))).toEqual([...columns[kind]].map((each) => signs[each]));
  });

  it.each(conferenceKinds)('%s says something of every field, and no name, address or note is ever shown to all', (kind) => {
    const known: readonly Showing[] = ['shown', 'own-device', 'generalised', 'never'];
    for (const field of meetingFields) expect(known).toContain(showing(kind, field));
    for (const field of ['name', 'address', 'sensitive', 'notes', 'informant', 'protected'] satisfies MeetingField[])
      expect(['own-device', 'never']).toContain(showing(kind, field));
  });

  it.each(conferenceKinds)('%s opens who somebody is only where cases are heard', (kind) => {
    const isHeard = conferenceProfiles[kind].agenda.includes('case');
    expect(showing(kind, 'name') === 'own-device').toBe(isHeard);
    expect(classesHeard(kind).length > 0).toBe(isHeard);
  });

  it('is no table of equal columns', () => {
    const columns = conferenceKinds.map((kind) => meetingFields.map((field) => showing(kind, field)).join());
    expect(new Set(columns).size).toBe(conferenceKinds.length);
  });

  it('names the informant in a 支援会議 alone, and protected fields where their holders sit', () => {
    const where = (field: MeetingField) => conferenceKinds.filter((kind) => showing(kind, field) !== 'never');
    expect(where('informant')).toEqual(['SHIEN_KAIGI']);
    expect(where('protected')).toEqual(['JUSOTEKI_CASE', 'SHIEN_KAIGI']);
    expect(where('staff-link')).toEqual(['JUSOTEKI_CASE', 'SHIEN_KAIGI', 'CONNECT']);
  });

  it('opens to those who hear a case in a 支援会議 the classes of the table, which the row policies open too', () => {
    expect([...classesHeard('SHIEN_KAIGI')].sort()).toEqual(['address', 'identity', 'note', 'protected', 'sensitive']);
    expect(classesHeard('MARUGOTO')).toEqual([]);
    expect([...classesHeard('JUSOTEKI_CASE')].sort()).toEqual(['address', 'identity', 'note', 'protected', 'sensitive']);
  });
});
