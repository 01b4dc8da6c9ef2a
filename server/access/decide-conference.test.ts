import { describe, expect, it } from 'vitest';
import { attendeeOf, attendees } from './attendee';
import { type ConferenceKind, conferenceKinds, conferenceProfiles } from './conference-profile';
import { type Action, type Decision, decide, type Subject } from './decide';
import { isBarred } from './decide-conference';
import { meetingFields, showing } from './meeting-visibility';
import { closeDistricts, reachesHousehold } from './ties';
import { staffRoles, type Viewer } from './viewer';

const viewer = (over: Partial<Viewer> = {}): Viewer => ({
  audience: 'staff',
  actor: 'staff:1',
  roles: ['facilitator', 'recorder', 'coordinator'],
  teams: ['livelihood'],
  sessions: ['s'],
  sworn: ['s'],
  ...over,
});
const session = (kind: ConferenceKind) => ({ id: 's', kind });
const because = (over: Partial<Viewer>, action: Action, subject: Subject): Decision['because'] =>
  decide(viewer(over), action, subject).because;

/** How one can stand to a session: in it with the oath, a member without it, no member. */
const standings = [
  ['sworn', {}],
  ['member', { sworn: [] }],
  ['stranger', { sessions: [], sworn: [] }],
  ['perjured', { sessions: [] }],
] as const satisfies readonly (readonly [string, Partial<Viewer>])[];

describe('every kind × standing', () => {
  const rows = conferenceKinds.flatMap((kind) => standings.map(([name, over]) => [kind, name, over] as const));
  it.each(rows)('%s for a %s', (kind, name, over) => {
    const { restricted, agenda, projection, attendance, print, export: exported } = conferenceProfiles[kind];
    const isMember = name === 'sworn' || name === 'member';
    const isIn = !restricted || name === 'sworn';
    const may = (action: Action, more: Partial<Subject> = {}) => decide(viewer(over), action, { session: session(kind), ...more }).allowed;
    expect(may('session:read')).toBe(!restricted || isMember);
    expect(may('session:acknowledge')).toBe(restricted && isMember);
    expect(may('agenda:read')).toBe(isIn);
    expect(may('session:steer')).toBe(isIn);
    expect(may('display:pair')).toBe(isIn && projection);
    expect(may('session:print')).toBe(isIn && print !== 'none');
    expect(may('session:export')).toBe(isIn && exported);
    for (const matter of ['case', 'card', 'issue', 'indicator', 'resource', 'fiction'] as const)
      expect(may('session:put-on-agenda', { matter }), matter).toBe(isIn && agenda.includes(matter));
    for (const attendee of attendees) expect(may('session:invite', { attendee }), attendee).toBe(isIn && attendance.includes(attendee));
    for (const field of meetingFields) expect(may('field:speak-of', { field }), field).toBe(isIn && showing(kind, field) !== 'never');
    expect(may('session:invite')).toBe(false);
    expect(may('field:speak-of')).toBe(false);
    expect(may('session:put-on-agenda')).toBe(false);
  });

  it.each(conferenceKinds)('%s is printed by those who steer, and by no other', (kind) => {
    const may = staffRoles.filter((role) => decide(viewer({ roles: [role] }), 'session:print', { session: session(kind) }).allowed);
    expect(may).toEqual(conferenceProfiles[kind].print === 'none' ? [] : ['facilitator', 'recorder', 'coordinator']);
  });

  it.each(conferenceKinds)('%s is called by the roles of its profile and by no other', (kind) => {
    const allowed = staffRoles.filter((role) => decide(viewer({ roles: [role] }), 'session:convene', { convening: kind }).allowed);
    expect(allowed).toEqual(staffRoles.filter((role) => conferenceProfiles[kind].conveners.includes(role)));
  });

  it.each(conferenceKinds)('%s leaves its list to facilitators and coordinators, a closed one to coordinators', (kind) => {
    const allowed = staffRoles.filter(
      (role) => decide(viewer({ roles: [role] }), 'session:invite', { session: session(kind), attendee: 'city' }).allowed,
    );
    expect(allowed).toEqual(conferenceProfiles[kind].restricted ? ['coordinator'] : ['facilitator', 'coordinator']);
  });
});

describe('a case on the agenda', () => {
  const matter: Subject = { session: session('SHIEN_KAIGI'), item: { id: 'i' }, caseId: 'c', teams: ['children'], consents: [] };
  it.each([
    ['heard', { heard: ['c'] }, matter, 'conference', true],
    ['not heard', {}, matter, 'consent', false],
    ['of another case that is heard', { heard: ['d'] }, matter, 'consent', false],
    ['heard, and left', { heard: ['c'], left: ['i'] }, matter, 'attendance', false],
    ['heard, after another item was left', { heard: ['c'], left: ['j'] }, matter, 'conference', true],
    ['heard, where no item is named to have left', { heard: ['c'], left: ['j'] }, { ...matter, item: undefined }, 'conference', true],
    ['heard before the oath', { heard: ['c'], sworn: [] }, matter, 'secrecy', false],
    ['heard, of somebody protected', { heard: ['c'] }, { ...matter, protection: { holders: ['council'] } }, 'protection', false],
    ['heard by a holder of the protection', { heard: ['c'] }, { ...matter, protection: { holders: ['livelihood'] } }, 'conference', true],
    ['of the own 担当', {}, { ...matter, teams: ['livelihood'] }, 'own', true],
    ['of the own 担当, under a protection', {}, { ...matter, teams: ['livelihood'], protection: { holders: [] } }, 'own', true],
    ['of the own 担当, and left', { left: ['i'] }, { ...matter, teams: ['livelihood'] }, 'attendance', false],
    ['without a session', { heard: ['c'] }, { caseId: 'c' }, 'role', false],
  ] as const satisfies readonly (readonly [string, Partial<Viewer>, Subject, Decision['because'], boolean])[])(
    '%s',
    (_what, over, subject, reason, allowed) => {
      expect(decide(viewer(over), 'matter:read', subject)).toEqual({ allowed, because: reason });
    },
  );

  it('leaves what was agreed on to the members of a 支援会議, and of an open session to those who know the case', () => {
    expect(because({}, 'agreement:read', { session: session('SHIEN_KAIGI'), item: { id: 'i' }, caseId: 'c' })).toBe('granted');
    expect(because({ left: ['i'] }, 'agreement:read', { session: session('SHIEN_KAIGI'), item: { id: 'i' }, caseId: 'c' })).toBe(
      'attendance',
    );
    expect(because({}, 'agreement:read', { ...matter, session: session('JUSOTEKI_CASE') })).toBe('consent');
    expect(because({}, 'agreement:read', { session: session('JUSOTEKI_CASE'), item: { id: 'i' } })).toBe('granted');
  });

  it('opens whom it is about and who lives there, and neither after the protection nor to the others of the household by name', () => {
    const heard = { heard: ['c'] };
    const way = (person: 'subject' | 'housemate' | 'former') => ({ teams: ['children'], caseId: 'c', person });
    expect(because(heard, 'case:read', { caseId: 'c', teams: ['children'] })).toBe('conference');
    for (const action of ['identity:read', 'address:read'] as const) {
      expect(decide(viewer(heard), action, { cases: [way('subject')] })).toEqual({ allowed: true, because: 'conference' });
      expect(decide(viewer(heard), action, { cases: [way('housemate')] }).allowed).toBe(false);
      expect(because(heard, action, { cases: [way('subject')], protection: { holders: [] } })).toBe('protection');
    }
    expect(decide(viewer(heard), 'member:read', { cases: [way('housemate')] })).toEqual({ allowed: true, because: 'conference' });
    expect(decide(viewer(heard), 'member:read', { cases: [way('former')] }).allowed).toBe(false);
    expect(because(heard, 'household:read', { cases: [way('subject')] })).toBe('conference');
    expect(because(heard, 'record:read', { teams: ['children'], cases: [way('subject')] })).toBe('conference');
    expect(decide(viewer(heard), 'record:write', { teams: ['children'], cases: [way('subject')] }).allowed).toBe(false);
  });

  it('is on no wall', () => {
    const wall = viewer({ audience: 'display', roles: [], teams: [], session: 's' });
    const shown = { session: session('MARUGOTO'), item: { id: 'i', shown: true } };
    expect(decide(wall, 'agenda:read', shown).allowed).toBe(true);
    expect(decide(wall, 'agreement:read', shown).allowed).toBe(true);
    expect(decide(wall, 'agenda:read', { ...shown, matter: 'case' }).allowed).toBe(false);
    expect(decide(wall, 'agreement:read', { ...shown, caseId: 'c' }).allowed).toBe(false);
    expect(decide(wall, 'agenda:read', { ...shown, item: { id: 'i', shown: false } }).allowed).toBe(false);
    expect(decide({ ...wall, session: 'other' }, 'agenda:read', shown).allowed).toBe(false);
    expect(decide({ ...wall, heard: ['c'] }, 'matter:read', { ...shown, caseId: 'c' }).allowed).toBe(false);
  });
});

describe('a tie', () => {
  it('bars from the person it names and from nobody else', () => {
    expect(isBarred(viewer({ tied: ['p'] }), 'p')).toBe(true);
    expect(isBarred(viewer({ tied: ['p'] }), 'q')).toBe(false);
    expect(isBarred(viewer(), 'p')).toBe(false);
  });
});

describe('a tie reaches', () => {
  it.each([
    ['HOUSEHOLD', true],
    ['KIN', true],
    ['OTHER_PARTY', false],
    ['NEIGHBOUR', false],
  ] as const)('from %s all who live there: %s', (kind, reaches) => {
    expect(reachesHousehold(kind)).toBe(reaches);
  });

  it('whoever lives where everybody knows everybody, as a warning', () => {
    expect(closeDistricts).toEqual(['三富']);
  });
});

describe('whoever comes for an organisation', () => {
  it.each([
    ['DEPARTMENT', 'welfare', '直営', 'city'],
    ['WINDOW', 'sodan-jigyosho', '委託', 'contractor'],
    ['BASE', 'tier-two-council', '住民主体', 'citizen'],
    ['PARTNER', 'shakyo', null, 'council'],
    ['PARTNER', 'minsei', null, 'commissioner'],
    ['MEDICAL', 'naika', null, 'professional'],
    ['GROUP', 'michikusa', null, 'citizen'],
    ['SHELTER', 'shelter', null, 'citizen'],
    ['CITY', 'city', null, 'city'],
    ['WINDOW', 'window', '直営', 'city'],
    ['BASE', 'base', null, 'city'],
    ['PROVIDER', 'provider', null, 'professional'],
    ['SCHOOL', 'school', null, 'professional'],
  ] as const)('%s %s %s', (kind, key, operation, attendee) => {
    expect(attendeeOf({ key, kind, operation })).toBe(attendee);
  });
});
