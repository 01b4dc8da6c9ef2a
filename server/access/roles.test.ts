import { describe, expect, it } from 'vitest';
import { type ConsentTerms, decide } from './decide';
import { type StaffRole, staffRoles, type Viewer } from './viewer';

const staff = (over: Partial<Viewer> = {}): Viewer => ({
  ...{ audience: 'staff', actor: 'staff:1', roles: ['caseworker'], teams: ['livelihood'], sessions: [] },
  ...over,
});
const display: Viewer = { ...staff({ roles: [], teams: [], session: 'wall' }), audience: 'display' };
const analyst: Viewer = { ...staff({ roles: [], teams: [] }), audience: 'analyst' };
const consent: ConsentTerms = { receivers: ['livelihood'], classes: ['identity'], live: true };
const denied = { allowed: false, because: 'role' };

describe('what a role gives', () => {
  it.each(staffRoles)('%s administers staff only as an administrator', (role: StaffRole) => {
    expect(decide(staff({ roles: [role] }), 'staff:administer')).toEqual(
      role === 'administrator' ? { allowed: true, because: 'granted' } : denied,
    );
  });

  it.each(staffRoles)('%s asks what others see only as a coordinator or an administrator', (role: StaffRole) => {
    expect(decide(staff({ roles: [role] }), 'access:simulate').allowed).toBe(['coordinator', 'administrator'].includes(role));
  });

  it.each(['session:convene', 'session:steer', 'session:put-on-agenda', 'display:pair', 'staff:administer'] as const)(
    '%s is nothing for a display or an analyst, whatever roles they would claim',
    (action) => {
      for (const viewer of [display, analyst]) expect(decide({ ...viewer, roles: staffRoles }, action)).toEqual(denied);
    },
  );

  it('is not to read no session in particular', () => {
    expect(decide(staff({ roles: staffRoles }), 'session:read')).toEqual(denied);
  });

  it('lets a display read its session, and cards by themselves, not as parts of it', () => {
    const subject = { session: { id: 'wall', kind: 'MARUGOTO' }, card: { approved: true, walls: ['wall'] } } as const;
    expect(decide(display, 'card:read', subject)).toEqual(denied);
  });
});

it('a household known by an own and by a shared case is one’s own', () => {
  const cases = [{ teams: ['children'], consents: [consent] }, { teams: ['livelihood'] }];
  expect(decide(staff(), 'household:read', { cases })).toEqual({ allowed: true, because: 'own' });
});
