import { describe, expect, it } from 'vitest';
import type { ConferenceKind } from './conference-profile';
import { type Action, type ConsentTerms, type Decision, decide, type Subject } from './decide';
import type { StaffRole, Viewer } from './viewer';

const staff = (over: Partial<Viewer> = {}): Viewer => ({
  audience: 'staff',
  actor: 'staff:1',
  roles: ['caseworker'],
  teams: ['livelihood'],
  sessions: [],
  ...over,
});
const display: Viewer = { ...staff(), audience: 'display', actor: 'display:1', roles: [], teams: [], session: 'wall' };
const consent = (): ConsentTerms => ({ receivers: ['livelihood'], classes: ['identity', 'address'], live: true });
const session = (kind: ConferenceKind) => ({ id: 'wall', kind });
const yes = (because: Decision['because']): Decision => ({ allowed: true, because });
const no = (because: Decision['because']): Decision => ({ allowed: false, because });

type Row = readonly [what: string, viewer: Viewer, subject: Subject, decision: Decision];
const asTable = (action: Action, rows: readonly Row[]) =>
  it.each(rows)(`${action}: %s`, (_what, viewer, subject, decision) => expect(decide(viewer, action, subject)).toEqual(decision));

describe('who closes somebody, and opens them again', () => {
  const held = { protection: { holders: ['children'] } };
  const asked = { protection: { holders: ['children'], endingAskedBy: 'staff:2' } };
  const holder = staff({ teams: ['children'] });
  const coordinator = staff({ roles: ['coordinator'], teams: ['connection'] });
  asTable('protection:register', [
    ['by whoever serves', staff(), { teams: ['livelihood'] }, yes('own')],
    ['by a coordinator', coordinator, { teams: ['livelihood'] }, yes('granted')],
    ['by anyone else', staff({ teams: ['council'] }), { teams: ['livelihood'] }, no('role')],
    ['by whoever serves, where others hold one', staff(), { ...held, teams: ['livelihood'] }, no('protection')],
    ['by a coordinator, where others hold one', coordinator, { ...held, teams: ['livelihood'] }, no('protection')],
    ['by a holder who serves', holder, { ...held, teams: ['children'] }, yes('own')],
    ['on a wall', { ...display, teams: ['livelihood'] }, { teams: ['livelihood'] }, no('role')],
  ]);
  asTable('protection:change', [
    ['by a holder', holder, held, yes('own')],
    ['by a coordinator', coordinator, asked, no('protection')],
    ['by whoever serves', staff(), { ...held, teams: ['livelihood'] }, no('protection')],
  ]);
  asTable('protection:read', [
    ['by a holder', holder, held, yes('own')],
    ['by a coordinator', coordinator, held, no('protection')],
    ['by a coordinator, once the end is asked for', coordinator, asked, yes('granted')],
    ['by anyone else then', staff(), asked, no('protection')],
    ['on a wall', { ...display, teams: ['children'] }, held, no('role')],
  ]);
  asTable('protection:end', [
    ['that nobody asked for', holder, held, no('role')],
    ['by another holder', holder, asked, yes('granted')],
    ['by a coordinator', coordinator, asked, yes('granted')],
    ['by whoever asked', { ...holder, actor: 'staff:2' }, asked, no('role')],
    ['by whoever asked, a coordinator even', { ...coordinator, actor: 'staff:2' }, asked, no('role')],
    ['by anyone else', staff(), asked, no('protection')],
  ]);
});

describe('in an emergency (緊急閲覧)', () => {
  const breaker = staff({ brokenGlass: ['p'] });
  const closed = { about: 'p', teams: ['children'], protection: { holders: ['children'] } };
  for (const action of ['case:read', 'identity:read', 'address:read'] as const) {
    asTable(action, [
      ['of the person who was opened', breaker, closed, yes('glass')],
      ['of somebody else', breaker, { ...closed, about: 'q' }, no('protection')],
      ['of somebody of whom that is not told', breaker, { ...closed, about: undefined } as unknown as Subject, no('protection')],
      ['of somebody without a protection', breaker, { about: 'p', teams: ['children'] }, yes('glass')],
      ['by whoever serves', breaker, { ...closed, teams: ['livelihood'] }, yes('own')],
      ['on a wall', { ...display, brokenGlass: ['p'] }, closed, no('role')],
    ]);
  }
  asTable('household:read', [
    ['by the case of the person', breaker, { cases: [closed] }, yes('glass')],
    ['by that, and a case that was shared', breaker, { cases: [closed, { teams: [], consents: [consent()] }] }, yes('consent')],
    ['by the case of a housemate', breaker, { cases: [{ ...closed, about: 'q' }] }, no('consent')],
  ]);
  asTable('member:read', [
    ['the person', breaker, { ...closed, cases: [{ ...closed, person: 'subject' }] }, yes('glass')],
    ['who lives with them', breaker, { about: 'q', cases: [{ ...closed, person: 'housemate' }] }, no('consent')],
  ]);
  asTable('record:write', [['never', breaker, closed, no('role')]]);
  asTable('session:read', [['of a 支援会議, never', breaker, { about: 'p', session: session('SHIEN_KAIGI') }, no('membership')]]);
  const working: readonly StaffRole[] = ['caseworker', 'outreach', 'coordinator'];
  it.each(['facilitator', 'recorder', 'coordinator', 'caseworker', 'outreach', 'analyst', 'administrator'] as const)(
    '%s breaks the glass only where they work with people',
    (role) => {
      expect(decide(staff({ roles: [role] }), 'glass:break').allowed).toBe(working.includes(role));
    },
  );
  const glass = { brokenBy: 'staff:2', told: ['livelihood'], ended: true };
  const coordinator = staff({ roles: ['coordinator'], teams: [] });
  asTable('glass:read', [
    ['by those who were told', staff(), { glass }, yes('own')],
    ['by a coordinator', coordinator, { glass }, yes('granted')],
    ['by anyone else', staff({ teams: ['council'] }), { glass, about: 'p' }, no('role')],
    ['by whoever has it open', staff({ teams: ['council'], brokenGlass: ['p'] }), { glass, about: 'p' }, yes('glass')],
    ['by whoever has somebody else open', staff({ teams: ['council'], brokenGlass: ['q'] }), { glass, about: 'p' }, no('role')],
    ['on a wall', { ...display, teams: ['livelihood'] }, { glass }, no('role')],
  ]);
  asTable('glass:review', [
    ['by those who were told', staff(), { glass }, yes('own')],
    ['by a coordinator', coordinator, { glass }, yes('granted')],
    ['by whoever broke it', staff({ actor: 'staff:2' }), { glass }, no('role')],
    ['by whoever broke it, a coordinator even', { ...coordinator, actor: 'staff:2' }, { glass }, no('role')],
    ['while it is open', staff(), { glass: { ...glass, ended: false } }, no('role')],
    ['by whoever has the person open themselves', staff({ teams: ['council'], brokenGlass: ['p'] }), { glass, about: 'p' }, no('role')],
  ]);
});
