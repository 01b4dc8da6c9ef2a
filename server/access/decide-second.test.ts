import { describe, expect, it } from 'vitest';
import { type ConferenceKind, conferenceKinds, conferenceProfiles } from './conference-profile';
import { type Action, type Decision, decide, type Subject } from './decide';
import { hasMinutes, minutesLevels } from './minutes-level';
import { type StaffRole, staffRoles, type Viewer } from './viewer';

const staff = (over: Partial<Viewer> = {}): Viewer => ({
  audience: 'staff',
  actor: 'staff:1',
  roles: ['caseworker'],
  teams: ['livelihood'],
  sessions: [],
  ...over,
});
const as = (role: StaffRole, over: Partial<Viewer> = {}) => staff({ roles: [role], ...over });
const elsewhere = (viewer: Viewer, audience: 'display' | 'analyst'): Viewer => ({ ...viewer, audience, session: 'wall' });
const session = (kind: ConferenceKind, id = 'wall') => ({ id, kind });
const yes = (because: Decision['because']): Decision => ({ allowed: true, because });
const no = (because: Decision['because']): Decision => ({ allowed: false, because });

type Row = readonly [what: string, viewer: Viewer, subject: Subject, decision: Decision];
const asTable = (action: Action, rows: readonly Row[]) =>
  it.each(rows)(`${action}: %s`, (_what, viewer, subject, decision) => expect(decide(viewer, action, subject)).toEqual(decision));

describe('what a role alone is for', () => {
  const table: readonly (readonly [Action, readonly StaffRole[], Subject])[] = [
    ['session:export', ['facilitator', 'coordinator'], { session: session('CHONAI') }],
    ['session:print', ['facilitator', 'recorder', 'coordinator'], { session: session('CHONAI') }],
    ['card:approve', ['coordinator'], { card: { approved: false, asked: true, walls: [] } }],
    ['staff:administer', ['administrator'], {}],
    ['audit:review', ['supervisor'], { teams: ['livelihood'] }],
    ['disclosure:decide', ['disclosure-officer'], {}],
    ['exposure:trace', ['disclosure-officer'], {}],
    ['access:simulate', ['coordinator', 'administrator'], {}],
  ];
  it.each(table)('%s is for %j and for nobody else', (action, roles, subject) => {
    expect(staffRoles.filter((role) => decide(as(role), action, subject).allowed).sort()).toEqual([...roles].sort());
    for (const role of roles) {
      expect(decide(as(role), action, subject)).toEqual(yes('granted'));
      for (const audience of ['display', 'analyst'] as const)
        expect(decide(elsewhere(as(role), audience), action, subject)).toEqual(no('role'));
    }
  });
});

describe('a second person', () => {
  const asked = { card: { approved: false, asked: true, walls: [], writers: ['2', '3'] } };
  asTable('card:approve', [
    ['who wrote nothing of it', as('coordinator'), asked, yes('granted')],
    ['of a card that nobody has written', as('coordinator'), { card: { approved: false, asked: true, walls: [] } }, yes('granted')],
    ['who wrote it first', as('coordinator', { actor: 'staff:2' }), asked, no('own')],
    ['who wrote it last', as('coordinator', { actor: 'staff:3' }), asked, no('own')],
    ['of a card for which nobody asks', as('coordinator'), { card: { ...asked.card, asked: false } }, no('own')],
    ['of no card', as('coordinator'), {}, no('own')],
    ['whose role is another', as('facilitator'), asked, no('role')],
  ]);
  const draft = { teams: ['children'], card: { approved: false, walls: [] } };
  asTable('card:read', [
    ['a draft, by a coordinator', as('coordinator'), draft, no('role')],
    ['one that is asked for, by a coordinator', as('coordinator'), { ...draft, card: { ...draft.card, asked: true } }, yes('granted')],
    ['one that is asked for, by anyone else', as('facilitator'), { ...draft, card: { ...draft.card, asked: true } }, no('role')],
    ['no card', as('coordinator'), { teams: ['children'] }, no('role')],
  ]);
  asTable('card:write', [
    ['of a case of the own 担当', staff(), { teams: ['livelihood'] }, yes('own')],
    ['of another', staff(), { teams: ['children'] }, no('role')],
    ['of somebody protected, by whoever serves', staff(), { teams: ['livelihood'], protection: { holders: [] } }, no('protection')],
  ]);
});

describe('a request of one’s own (本人開示)', () => {
  asTable('disclosure:ask', [
    ['at a window that serves', staff(), { teams: ['livelihood'] }, yes('own')],
    ['at another', staff(), { teams: ['children'] }, no('role')],
    ['of somebody protected, at a window that serves', staff(), { teams: ['livelihood'], protection: { holders: [] } }, yes('own')],
    ['on a wall', elsewhere(staff(), 'display'), { teams: ['livelihood'] }, no('role')],
  ]);
});

describe('a supervisor looks at a reading', () => {
  const supervisor = as('supervisor', { sessions: ['wall'] });
  const own = (...sessions: NonNullable<Subject['sessions']>): Subject => ({ teams: ['livelihood'], sessions });
  asTable('audit:review', [
    ['of the own 担当', supervisor, { teams: ['livelihood'] }, yes('granted')],
    ['of another', supervisor, { teams: ['children'] }, no('role')],
    ['of nobody’s 担当', supervisor, {}, no('role')],
    ['at an open conference', supervisor, own(session('MARUGOTO', 'other')), yes('granted')],
    ['at a 支援会議 that they sit in', supervisor, own(session('SHIEN_KAIGI')), yes('granted')],
    ['at one of others', supervisor, own(session('SHIEN_KAIGI', 'other')), no('membership')],
    ['at that and one of their own', supervisor, own(session('SHIEN_KAIGI'), session('SHIEN_KAIGI', 'other')), no('membership')],
    ['at that and an open one', supervisor, own(session('SHIEN_KAIGI', 'other'), session('CHONAI')), no('membership')],
    ['as administrator', as('administrator'), own(), no('role')],
  ]);
});

describe('minutes of every kind and level', () => {
  const rows = conferenceKinds
    .filter((kind) => !conferenceProfiles[kind].restricted)
    .flatMap((kind) => minutesLevels.map((level) => [kind, level] as const));
  it.each(rows)('%s %s', (kind, level) => {
    const subject = { session: session(kind), level };
    const read = (viewer: Viewer) => decide(viewer, 'minutes:read', subject);
    const outsider = staff();
    const member = staff({ sessions: ['wall'] });
    if (!hasMinutes(kind, level)) {
      for (const viewer of [outsider, member, as('recorder')]) expect(read(viewer)).toEqual(no('conference'));
      return;
    }
    for (const role of ['facilitator', 'recorder', 'coordinator'] as const) expect(read(as(role))).toEqual(yes('granted'));
    expect(read(outsider)).toEqual(level === 'ROOM' ? yes('granted') : no('membership'));
    expect(read(member)).toEqual(level === 'ROOM' ? yes('granted') : level === 'PARTICIPANTS' ? yes('membership') : no('membership'));
    for (const audience of ['display', 'analyst'] as const) expect(read(elsewhere(as('recorder'), audience))).toEqual(no('role'));
  });
  asTable('minutes:read', [
    ['of nothing', as('recorder'), {}, no('role')],
    ['of no level', as('recorder'), { session: session('CHONAI') }, no('role')],
    ['of no session', as('recorder'), { level: 'ROOM' }, no('role')],
    ['of no session, by another audience', elsewhere(as('recorder'), 'analyst'), { level: 'ROOM' }, no('role')],
  ]);
});

describe('what a conference answers, and by which rule', () => {
  const member = as('coordinator', { sessions: ['wall'], sworn: ['wall'] });
  const wall = elsewhere(staff({ roles: [], teams: [] }), 'display');
  const shown = { session: session('MARUGOTO'), item: { id: 'i', shown: true } };
  asTable('session:acknowledge', [
    ['by a member of a 支援会議', { ...member, sworn: [] }, { session: session('SHIEN_KAIGI') }, yes('membership')],
    ['where there is no duty', member, { session: session('CHONAI') }, no('conference')],
  ]);
  asTable('session:invite', [
    [
      'to a closed list, by a facilitator',
      { ...member, roles: ['facilitator'] },
      { session: session('SHIEN_KAIGI'), attendee: 'city' },
      no('role'),
    ],
    ['somebody whom the kind does not admit', member, { session: session('CHONAI'), attendee: 'citizen' }, no('conference')],
  ]);
  asTable('session:convene', [
    ['of a kind that is not named', member, {}, yes('granted')],
    ['of a kind that is theirs', member, { convening: 'SHIEN_KAIGI' }, yes('granted')],
    ['of a kind that is another’s', as('facilitator'), { convening: 'SHIEN_KAIGI' }, no('conference')],
  ]);
  const asked = { convening: 'SHIEN_KAIGI', teams: ['livelihood'], askedBy: 'staff:1', letter: true } as const;
  asTable('request:read', [
    ['to a 支援会議, by whoever made it', staff(), asked, yes('own')],
    ['to a 支援会議, by whoever made it and works elsewhere by now', staff({ teams: ['children'] }), asked, no('role')],
    ['to a 支援会議, by a colleague', staff(), { ...asked, askedBy: 'staff:2' }, no('role')],
    ['to a 支援会議, by a coordinator', as('coordinator', { teams: [] }), asked, yes('granted')],
    ['to a 支援会議, by a facilitator', as('facilitator', { teams: [] }), asked, no('role')],
    ['to another conference, by a colleague', staff(), { ...asked, convening: 'CHONAI', askedBy: 'staff:2' }, yes('own')],
  ]);
  asTable('agenda:read', [
    ['what stands on the wall', wall, shown, yes('granted')],
    ['what does not', wall, { ...shown, item: { id: 'i', shown: false } }, no('role')],
    ['nothing', wall, { session: session('MARUGOTO') }, no('role')],
    ['of another session', { ...wall, session: 'other' }, shown, no('role')],
  ]);
  asTable('session:steer', [['from the wall', wall, shown, no('role')]]);
  asTable('consent:give', [['from the wall', wall, shown, no('role')]]);
  asTable('field:speak-of', [
    ['at a conference that may', member, { session: session('CHONAI'), field: 'roles' }, yes('granted')],
    ['at one that may not', member, { session: session('CHONAI'), field: 'name' }, no('conference')],
    ['at none', member, { field: 'roles' }, no('role')],
  ]);
  asTable('agreement:read', [
    ['of a case under a protection, by whoever serves', staff(), protectedMatter(['livelihood']), yes('own')],
    ['of a case under a protection, by anyone else', staff(), protectedMatter(['children']), no('protection')],
    ['on no session', staff(), {}, no('role')],
    ['on no session, by another audience', elsewhere(staff(), 'analyst'), {}, no('role')],
  ]);
  it.each(conferenceKinds)('what leaves %s on paper or as a file is asked of its minutes, where a level is named', (kind) => {
    for (const action of ['session:print', 'session:export'] as const)
      for (const level of minutesLevels) {
        const leaves = { JUSOTEKI_EVALUATION: true, CHONAI: true, MARUGOTO: level === 'ROOM' }[kind as string] ?? false;
        expect(decide(member, action, { session: session(kind), level }), `${action} ${level}`).toEqual(
          leaves ? yes('granted') : no('conference'),
        );
      }
  });
});

function protectedMatter(teams: readonly string[]): Subject {
  return { session: session('JUSOTEKI_CASE'), item: { id: 'i' }, caseId: 'c', teams, protection: { holders: [] } };
}

describe('what is not known opens nothing', () => {
  const reader = staff({ heard: ['c'] });
  asTable('case:read', [
    ['no consents', staff(), {}, no('consent')],
    ['another that is heard', reader, { caseId: 'd' }, no('consent')],
    ['none that is named', reader, {}, no('consent')],
    ['of nobody in particular, in an emergency', staff({ brokenGlass: ['p'] }), {}, no('consent')],
    ['of somebody, by whoever opened nobody', staff(), { about: 'p' }, no('consent')],
  ]);
  asTable('record:read', [['no cases', staff(), { teams: ['children'] }, no('consent')]]);
  asTable('case:cross-over', [
    ['no consents', as('coordinator', { sessions: ['wall'], sworn: ['wall'] }), { session: session('SHIEN_KAIGI') }, no('consent')],
  ]);
  asTable('disclosure:read', [['nobody’s', staff(), {}, no('role')]]);
  asTable('household:read', [
    [
      'by one case that is heard and one that is shared',
      staff({ heard: ['c'] }),
      {
        cases: [
          { caseId: 'c', teams: [] },
          { teams: [], consents: [{ receivers: ['livelihood'], classes: [], live: true }] },
        ],
      },
      yes('conference'),
    ],
  ]);
  asTable('glass:break', [
    ['of nobody in particular', staff({ tied: ['p'] }), {}, yes('granted')],
    ['of somebody else', staff({ tied: ['p'] }), { about: 'q' }, yes('granted')],
    ['of somebody with whom one has a tie', staff({ tied: ['p'] }), { about: 'p' }, no('attendance')],
  ]);
});
