import { describe, expect, it } from 'vitest';
import type { ConferenceKind } from './conference-profile';
import { type Action, type ConsentTerms, type Decision, decide, type Subject } from './decide';
import type { Viewer } from './viewer';

const staff = (over: Partial<Viewer> = {}): Viewer => ({
  audience: 'staff',
  actor: 'staff:1',
  roles: ['caseworker'],
  teams: ['livelihood'],
  sessions: [],
  ...over,
});
const display: Viewer = { ...staff(), audience: 'display', actor: 'display:1', roles: [], teams: [], session: 'wall' };
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

describe('a consent', () => {
  const kept = (over: Partial<ConsentTerms> = {}): Subject => ({ teams: ['children'], consent: consent({ holder: 'council', ...over }) });
  for (const action of ['consent:read', 'consent:withdraw'] as const) {
    asTable(action, [
      ['by whoever serves the person', staff({ teams: ['children'] }), kept({ live: false }), yes('own')],
      ['by the 担当 that keeps the paper', staff({ teams: ['council'] }), kept({ live: false }), yes('own')],
      ['by the 担当 that keeps the paper, and another', staff({ teams: ['disability', 'council'] }), kept({ live: false }), yes('own')],
      ['by anyone else', staff({ teams: ['disability'] }), kept(), no('consent')],
      ['where nobody is known to keep the paper', staff({ teams: ['disability'] }), { consent: consent() }, no('consent')],
      ['by an excluded 担当, though it serves', staff({ teams: ['children'] }), kept({ exclusions: ['children'] }), no('consent')],
      ['by an excluded 担当, though it keeps the paper', staff({ teams: ['council'] }), kept({ exclusions: ['council'] }), no('consent')],
      [
        'of a protected person, by whoever serves and does not hold',
        staff({ teams: ['children'] }),
        { ...kept(), protection: { holders: ['council'] } },
        no('protection'),
      ],
      ['on a wall', { ...display, teams: ['children'] }, kept(), no('role')],
      ['of which nothing is known', staff({ teams: ['children'] }), { teams: ['children'] }, no('role')],
    ]);
  }
  asTable('consent:read', [
    ['by a receiver', staff(), kept(), yes('consent')],
    ['by a receiver, when it holds no more', staff(), kept({ live: false }), no('consent')],
    ['by a receiver who is excluded', staff(), kept({ exclusions: ['livelihood'] }), no('consent')],
  ]);
  asTable('consent:withdraw', [['by a receiver', staff(), kept(), no('consent')]]);
  asTable('case:read', [
    ['by a receiver who is excluded', staff(), { teams: ['children'], consents: [consent({ exclusions: ['livelihood'] })] }, no('consent')],
    [
      'by a receiver of two 担当, one of them excluded',
      staff({ teams: ['livelihood', 'council'] }),
      { teams: ['children'], consents: [consent({ exclusions: ['council'] })] },
      no('consent'),
    ],
  ]);
  asTable('consent:give', [
    ['by whoever serves the case', staff(), { teams: ['livelihood'] }, yes('own')],
    ['by whoever knows it by consent', staff(), { teams: ['children'], consents: [consent()] }, no('role')],
    [
      'of a protected person, by whoever serves and does not hold',
      staff(),
      { teams: ['livelihood'], protection: { holders: ['council'] } },
      no('protection'),
    ],
    ['on a wall', { ...display, teams: ['livelihood'] }, { teams: ['livelihood'] }, no('role')],
  ]);
});

describe('what was disclosed', () => {
  const secret = { teams: ['livelihood'], session: session('SHIEN_KAIGI') };
  for (const action of ['disclosure:read', 'disclosure:record'] as const) {
    asTable(action, [
      ['by whoever serves the case', staff(), { teams: ['livelihood'] }, yes('own')],
      ['to an open conference', staff(), { teams: ['livelihood'], session: session('JUSOTEKI_CASE') }, yes('own')],
      ['by anyone else', staff(), { teams: ['children'], consents: [consent()] }, no('role')],
      ['under 106条の6, by whoever serves and is no member', staff(), secret, no('membership')],
      ['of a protected person, by no holder', staff(), { teams: ['livelihood'], protection: { holders: ['council'] } }, no('protection')],
      ['on a wall', { ...display, teams: ['livelihood'] }, { teams: ['livelihood'] }, no('role')],
    ]);
  }
  asTable('disclosure:read', [
    [
      'under 106条の6, by a member who does not serve',
      staff({ sessions: ['wall'], sworn: ['wall'] }),
      { ...secret, teams: ['children'] },
      yes('membership'),
    ],
  ]);
  asTable('disclosure:record', [
    [
      'under 106条の6, by a member who does not serve',
      staff({ sessions: ['wall'], sworn: ['wall'] }),
      { ...secret, teams: ['children'] },
      no('role'),
    ],
  ]);
});

describe('crossing over from a 支援会議', () => {
  const coordinator = staff({ roles: ['coordinator'], sessions: ['wall'], sworn: ['wall'] });
  const secret = { session: session('SHIEN_KAIGI') };
  asTable('case:cross-over', [
    ['by its coordinator, once the person has agreed', coordinator, { ...secret, consents: [consent()] }, yes('consent')],
    ['before that', coordinator, { ...secret, consents: [] }, no('consent')],
    ['after a withdrawal', coordinator, { ...secret, consents: [consent({ live: false })] }, no('consent')],
    ['by a coordinator of other sessions', { ...coordinator, sessions: [] }, { ...secret, consents: [consent()] }, no('membership')],
    [
      'by a member who coordinates nothing',
      staff({ sessions: ['wall'], sworn: ['wall'] }),
      { ...secret, consents: [consent()] },
      no('role'),
    ],
    ['from a conference that is no secret', coordinator, { session: session('JUSOTEKI_CASE'), consents: [consent()] }, no('conference')],
    ['from nowhere', coordinator, { consents: [consent()] }, no('conference')],
  ]);
});
