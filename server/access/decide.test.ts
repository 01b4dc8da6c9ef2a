import { describe, expect, it } from 'vitest';
import { type ConferenceKind, conferenceKinds, conferenceProfiles } from './conference-profile';
import { type Action, actions, type ConsentTerms, type Decision, decide, type KnownCase, type Subject } from './decide';
import { audiences, type StaffRole, type Viewer } from './viewer';

const staff = (over: Partial<Viewer> = {}): Viewer => ({
  audience: 'staff',
  actor: 'staff:1',
  roles: ['caseworker'],
  teams: ['livelihood'],
  sessions: [],
  ...over,
});
const display: Viewer = { ...staff(), audience: 'display', actor: 'display:1', roles: [], teams: [], session: 'wall' };
const analyst: Viewer = { ...staff(), audience: 'analyst', roles: [], teams: [] };
const consent = (over: Partial<ConsentTerms> = {}): ConsentTerms => ({
  receivers: ['livelihood'],
  classes: ['identity', 'address'],
  live: true,
  ...over,
});
const session = (kind: ConferenceKind, id = 'wall') => ({ id, kind });
const yes = (because: Decision['because']): Decision => ({ allowed: true, because });
const no = (because: Decision['because']): Decision => ({ allowed: false, because });

type Row = readonly [what: string, viewer: Viewer, subject: Subject, decision: Decision];
const asTable = (action: Action, rows: readonly Row[]) =>
  it.each(rows)(`${action}: %s`, (_what, viewer, subject, decision) => expect(decide(viewer, action, subject)).toEqual(decision));

describe('nothing is allowed that no rule allows', () => {
  const cases = audiences.flatMap((audience) => actions.map((action) => [audience, action] as const));
  it.each(cases)('to %s: %s of nothing in particular', (audience, action) => {
    const nobody: Viewer = { ...staff({ roles: [], teams: [] }), audience };
    expect(decide(nobody, action).allowed).toBe(false);
  });

  it('to display and analyst but reading a wall, whatever they claim to be', () => {
    const everything: Subject = {
      session: session('MARUGOTO', 'other'),
      matter: 'card',
      teams: ['livelihood'],
      consents: [consent()],
      card: { approved: true, walls: ['other'] },
    };
    for (const audience of ['display', 'analyst'] as const) {
      const pretender: Viewer = { ...staff({ roles: ['facilitator', 'coordinator'], sessions: ['other'] }), audience, session: 'wall' };
      for (const action of actions)
        expect(decide(pretender, action, everything), `${audience} ${action}`).toMatchObject({ allowed: false });
    }
  });
});

describe('a case and who it is about', () => {
  const open = { teams: ['children'], consents: [consent()] };
  for (const action of ['case:read', 'identity:read', 'address:read'] as const) {
    asTable(action, [
      ['of the own 担当', staff(), { teams: ['children', 'livelihood'] }, yes('own')],
      ['of another 担当', staff(), { teams: ['children'] }, no('consent')],
      ['by consent', staff(), open, yes('consent')],
      ['by a consent that has ended or been withdrawn', staff(), { ...open, consents: [consent({ live: false })] }, no('consent')],
      ['by a consent for others', staff(), { ...open, consents: [consent({ receivers: ['council'] })] }, no('consent')],
      [
        'by the one consent of several that counts',
        staff(),
        { ...open, consents: [consent({ live: false }), consent({ receivers: [] }), consent()] },
        yes('consent'),
      ],
      [
        'by two consents that count only together',
        staff(),
        { ...open, consents: [consent({ receivers: ['council'] }), consent({ live: false })] },
        no('consent'),
      ],
      ['without a 担当', staff({ teams: [] }), open, no('consent')],
      [
        'for a role alone, the highest even',
        staff({ teams: [], roles: ['administrator', 'coordinator', 'facilitator'] }),
        open,
        no('consent'),
      ],
      ['on a wall', display, open, no('role')],
      ['for analysis', analyst, open, no('role')],
    ]);
  }
  asTable('case:read', [
    [
      'by a consent of somebody whom a protection closes',
      staff(),
      { ...open, consents: [consent({ protection: { holders: ['children'] } })] },
      no('consent'),
    ],
  ]);
  asTable('identity:read', [
    ['by a consent to the address only', staff(), { ...open, consents: [consent({ classes: ['address'] })] }, no('consent')],
  ]);
  asTable('address:read', [
    ['by a consent to the identity only', staff(), { ...open, consents: [consent({ classes: ['identity'] })] }, no('consent')],
  ]);
  asTable('case:read', [['by a consent to no field at all', staff(), { ...open, consents: [consent({ classes: [] })] }, yes('consent')]]);
});

describe('protection comes before everything else', () => {
  const guarded = { teams: ['livelihood', 'children'], protection: { holders: ['children'] } };
  for (const action of ['identity:read', 'address:read'] as const) {
    asTable(action, [
      ['by the 担当 that serves but does not hold', staff(), guarded, no('protection')],
      ['by the holder', staff({ teams: ['children'] }), guarded, yes('own')],
      [
        'by a holder that neither serves nor has a consent',
        staff({ teams: ['council'] }),
        { ...guarded, protection: { holders: ['council'] } },
        no('consent'),
      ],
      ['with a consent of the person', staff(), { ...guarded, consents: [consent()] }, no('protection')],
      ['when nobody holds it', staff({ teams: ['children'] }), { ...guarded, protection: { holders: [] } }, no('protection')],
      [
        'before a conference could be asked',
        staff({ sessions: ['wall'] }),
        { ...guarded, session: session('SHIEN_KAIGI') },
        no('protection'),
      ],
    ]);
  }
});

describe('a protection ends no service', () => {
  const guarded = { teams: ['livelihood'], protection: { holders: ['children'] }, consents: [consent({ receivers: ['council'] })] };
  for (const action of ['case:read', 'record:read'] as const) {
    asTable(action, [
      ['by the 担当 that serves, or wrote it', staff(), guarded, yes('own')],
      ['by anyone else, with a consent even', staff({ teams: ['council'] }), { ...guarded, cases: [guarded] }, no('protection')],
    ]);
  }
  asTable('action:answer', [
    ['at the own desk', staff(), { desk: { own: true } }, yes('own')],
    ['at another desk, by whoever steers too', staff({ roles: ['facilitator'] }), { desk: { own: false } }, no('role')],
    ['of something that lies at no desk', staff(), {}, no('role')],
    ['on a wall', display, { desk: { own: true } }, no('role')],
    ['for analysis', analyst, { desk: { own: true } }, no('role')],
  ]);
  asTable('record:write', [['by the 担当 that serves', staff(), guarded, yes('own')]]);
  asTable('person:read', [
    ['by the 担当 that serves: who and where they are is not the service', staff(), guarded, no('protection')],
    [
      'by the holder, by way of the case',
      staff({ teams: ['children', 'council'] }),
      { ...guarded, cases: [{ ...guarded, person: 'subject' }] },
      yes('consent'),
    ],
  ]);
  asTable('household:read', [
    ['by the 担当 that serves', staff(), { cases: [guarded] }, no('consent')],
    ['by another case of it, whose person is not closed', staff(), { cases: [guarded, { teams: ['livelihood'] }] }, yes('own')],
  ]);
  asTable('member:read', [
    [
      'by the 担当 that serves the household',
      staff(),
      { protection: guarded.protection, cases: [{ teams: ['livelihood'], person: 'housemate' }] },
      no('protection'),
    ],
    [
      'of one who lives with a protected person, by that one’s case',
      staff(),
      { cases: [{ ...guarded, person: 'housemate' }] },
      no('consent'),
    ],
  ]);
});

describe('a household', () => {
  const own: KnownCase = { teams: ['livelihood'] };
  const shared: KnownCase = { teams: ['children'], consents: [consent({ classes: [] })] };
  const foreign: KnownCase = { teams: ['children'] };
  for (const action of ['person:read', 'member:read'] as const) {
    asTable(action, [
      ['who is the person of an own case', staff(), { cases: [{ ...own, person: 'subject' }] }, yes('own')],
      ['who lives in the household of an own case', staff(), { cases: [{ ...own, person: 'housemate' }] }, yes('own')],
      ['who did once', staff(), { cases: [{ ...own, person: 'former' }] }, no('consent')],
      ['who is the person of a shared case', staff(), { cases: [{ ...shared, person: 'subject' }] }, yes('consent')],
      ['who lives in the household of a shared case', staff(), { cases: [{ ...shared, person: 'housemate' }] }, no('consent')],
      [
        'and consented to it too',
        staff(),
        { cases: [{ ...shared, person: 'housemate', given: [consent({ classes: [] })] }] },
        yes('consent'),
      ],
      [
        'in favour of others',
        staff(),
        { cases: [{ ...shared, person: 'housemate', given: [consent({ receivers: ['council'] })] }] },
        no('consent'),
      ],
      ['of a case of another 担当', staff(), { cases: [{ ...foreign, person: 'subject' }] }, no('consent')],
      ['on a wall', display, { cases: [{ ...own, person: 'subject' }] }, no('role')],
      ['for analysis', analyst, { cases: [{ ...own, person: 'subject' }] }, no('role')],
    ]);
  }
  asTable('household:read', [
    ['by an own case', staff(), { cases: [foreign, own] }, yes('own')],
    ['by a shared case', staff(), { cases: [shared] }, yes('consent')],
    ['by the case of another 担当', staff(), { cases: [foreign] }, no('consent')],
    ['without a case', staff(), {}, no('consent')],
    ['on a wall', display, { cases: [own] }, no('role')],
  ]);
  asTable('person:read', [['whom the own 担当 serves without a case', staff(), { teams: ['livelihood'] }, yes('own')]]);
  asTable('member:read', [['whom the own 担当 serves without a case of the household', staff(), { teams: ['livelihood'] }, no('consent')]]);
  asTable('record:read', [
    ['of the own window', staff(), { teams: ['livelihood'] }, yes('own')],
    ['of another, on an own case', staff(), { teams: ['children'], cases: [own] }, yes('own')],
    [
      'of another, on a shared case, of its own person',
      staff(),
      { teams: ['children'], cases: [{ ...shared, person: 'subject' }] },
      yes('consent'),
    ],
    ['of a housemate, on a shared case', staff(), { teams: ['children'], cases: [{ ...shared, person: 'housemate' }] }, no('consent')],
    [
      'of a housemate who agreed themselves, on a shared case',
      staff(),
      { teams: ['children'], cases: [{ ...shared, person: 'housemate', given: [consent({ classes: [] })] }] },
      yes('consent'),
    ],
    [
      'of a housemate who agreed, on a case whose own person did not',
      staff(),
      { teams: ['children'], cases: [{ ...foreign, person: 'housemate', given: [consent()] }] },
      no('consent'),
    ],
    ['of somebody unknown, on a shared case', staff(), { teams: ['children'], cases: [shared] }, no('consent')],
    ['of another, on a case of another', staff(), { teams: ['children'], cases: [foreign] }, no('consent')],
    ['of another, on no case', staff(), { teams: ['children'], cases: [] }, no('consent')],
    ['on a wall', display, { teams: ['livelihood'], cases: [own] }, no('role')],
  ]);
});

describe('conferences', () => {
  asTable('session:read', [
    ['an open one', staff(), { session: session('MARUGOTO') }, yes('granted')],
    ['a 支援会議 by a member', staff({ sessions: ['wall'] }), { session: session('SHIEN_KAIGI') }, yes('granted')],
    [
      'a 支援会議 by anyone else',
      staff({ sessions: ['other'], roles: ['facilitator', 'coordinator', 'administrator'] }),
      { session: session('SHIEN_KAIGI') },
      no('membership'),
    ],
    ['by the display on its wall', display, { session: session('MARUGOTO') }, yes('granted')],
    ['by a display on another wall', display, { session: session('MARUGOTO', 'other') }, no('role')],
    ['for analysis', analyst, { session: session('MARUGOTO') }, no('role')],
  ]);
  it.each(conferenceKinds)('%s is hidden from those outside exactly when its profile says so', (kind) => {
    expect(decide(staff(), 'session:read', { session: session(kind) }).allowed).toBe(!conferenceProfiles[kind].restricted);
  });

  const steering: readonly StaffRole[] = ['facilitator', 'recorder', 'coordinator'];
  const calling: readonly StaffRole[] = ['facilitator', 'coordinator'];
  const roles: readonly StaffRole[] = ['facilitator', 'recorder', 'coordinator', 'caseworker', 'outreach', 'analyst', 'administrator'];
  it.each(roles)('%s steers, calls and pairs only where the role does', (role) => {
    const viewer = staff({ roles: [role] });
    const subject: Subject = { session: session('MARUGOTO'), matter: 'card' };
    const allowed = (action: Action) => decide(viewer, action, subject).allowed;
    expect(allowed('session:steer')).toBe(steering.includes(role));
    expect(allowed('session:put-on-agenda')).toBe(steering.includes(role));
    expect(allowed('session:convene')).toBe(calling.includes(role));
    expect(allowed('display:pair')).toBe(calling.includes(role));
  });

  it('are paired with a display only where citizens look on', () => {
    const facilitator = staff({ roles: ['facilitator'], sessions: ['wall'], sworn: ['wall'] });
    for (const kind of conferenceKinds) {
      expect(decide(facilitator, 'display:pair', { session: session(kind) })).toEqual(
        conferenceProfiles[kind].projection ? yes('granted') : no('conference'),
      );
    }
  });

  it('take on their agenda what their profile lists and nothing else', () => {
    const facilitator = staff({ roles: ['facilitator'], sessions: ['wall'], sworn: ['wall'] });
    const matters = ['case', 'card', 'issue', 'indicator', 'resource', 'fiction'] as const;
    for (const kind of conferenceKinds) {
      for (const matter of matters) {
        const listed = conferenceProfiles[kind].agenda.includes(matter);
        expect(decide(facilitator, 'session:put-on-agenda', { session: session(kind), matter }), `${kind} ${matter}`).toEqual(
          listed ? yes('granted') : no('conference'),
        );
      }
      expect(decide(facilitator, 'session:put-on-agenda', { session: session(kind) })).toEqual(no('conference'));
    }
  });

  asTable('session:steer', [
    [
      'a hidden one by a facilitator who is no member',
      staff({ roles: ['facilitator'] }),
      { session: session('SHIEN_KAIGI') },
      no('membership'),
    ],
    ['by a caseworker who is a member', staff({ sessions: ['wall'] }), { session: session('SHIEN_KAIGI') }, no('role')],
  ]);
});

describe('cards and records', () => {
  const draft = { teams: ['livelihood'], card: { approved: false, walls: [] } };
  const approved = { teams: ['children'], card: { approved: true, walls: ['wall'] } };
  asTable('card:read', [
    ['a draft of the own 担当', staff(), draft, yes('own')],
    ['a draft of another', staff({ teams: ['children'] }), draft, no('role')],
    ['an approved one by anyone of the staff', staff(), approved, yes('granted')],
    ['an approved one on its wall', display, approved, yes('granted')],
    ['an approved one on another wall', { ...display, session: 'other' }, approved, no('role')],
    [
      'one that was returned, though it stood on the wall',
      display,
      { ...approved, card: { approved: false, walls: ['wall'] } },
      no('role'),
    ],
    [
      'by a display that is not paired',
      { ...display, session: undefined } as unknown as Viewer,
      { ...approved, card: { approved: true, walls: [] } },
      no('role'),
    ],
    ['for analysis', analyst, approved, no('role')],
  ]);
  asTable('record:write', [
    ['in the own 担当', staff(), { teams: ['livelihood'] }, yes('own')],
    ['in another, though a consent opens it for reading', staff(), { teams: ['children'], consents: [consent()] }, no('role')],
    ['as an administrator', staff({ teams: [], roles: ['administrator'] }), { teams: ['livelihood'] }, no('role')],
    ['on a wall', { ...display, teams: ['livelihood'] }, { teams: ['livelihood'] }, no('role')],
  ]);
});
