import { describe, expect, it } from 'vitest';
import { claimLists, claimsText, viewerClass } from './claims';
import type { Viewer } from './viewer';

const one: Viewer = {
  audience: 'staff',
  actor: 'staff:1',
  roles: ['recorder', 'caseworker'],
  teams: ['b', 'a'],
  sessions: ['y', 'x'],
  cases: { q: ['note'], p: ['identity'] },
  sworn: ['y', 'x'],
  heard: ['q', 'p'],
  left: ['j', 'i'],
  tied: ['n', 'm'],
};
const alike: Viewer = {
  ...one,
  actor: 'staff:2',
  roles: ['caseworker', 'recorder'],
  teams: ['a', 'b'],
  sessions: ['x', 'y'],
  cases: { p: ['identity'], q: ['note'] },
  sworn: ['x', 'y'],
  heard: ['p', 'q'],
  left: ['i', 'j'],
  tied: ['m', 'n'],
};

describe('the class of a viewer', () => {
  it('is the same for equal rights in any order, and holds nothing personal', () => {
    expect(viewerClass(alike)).toBe(viewerClass(one));
    expect(viewerClass(one)).not.toContain('staff:1');
  });

  it.each([
    ['audience', { audience: 'analyst' }],
    ['a role', { roles: ['recorder'] }],
    ['a 担当', { teams: ['a', 'c'] }],
    ['a membership', { sessions: [] }],
    ['an oath', { sworn: ['x'] }],
    ['a case that is heard', { heard: [] }],
    ['an item that was left', { left: ['i'] }],
    ['a tie', { tied: undefined }],
    ['the paired session', { session: 's' }],
    ['a shared case', { cases: { p: ['identity'] } }],
    ['somebody opened in an emergency', { brokenGlass: ['p'] }],
    ['what a shared case opens', { cases: { p: ['identity', 'note'], q: ['note'] } }],
  ] satisfies [string, Partial<Viewer>][])('is another with %s', (_what, change) => {
    expect(viewerClass({ ...one, ...change })).not.toBe(viewerClass(one));
  });

  it('becomes the claims when the actor is added and the lists are told apart', () => {
    const claims = Object.entries(JSON.parse(viewerClass(one)));
    const scalars = claims.filter(([, claim]) => !Array.isArray(claim));
    expect(JSON.parse(claimsText(one))).toEqual({ ...Object.fromEntries(scalars), actor: 'staff:1' });
    expect([...claimLists(one).keys()]).toEqual(claims.filter(([, claim]) => Array.isArray(claim)).map(([name]) => name));
    expect([...claimLists(one).keys()]).toEqual(expect.arrayContaining(['roles', 'teams', 'sessions', 'sworn', 'heard', 'left', 'tied']));
  });

  it('leaves out what most people do not have, and names an emergency by its own name', () => {
    const usual: Viewer = { audience: 'staff', actor: 'staff:1', roles: [], teams: [], sessions: [] };
    const same = { ...usual, sworn: [], heard: [], left: [], tied: [], brokenGlass: [] };
    expect(JSON.parse(viewerClass(usual))).toEqual({ audience: 'staff', roles: [], teams: [], sessions: [] });
    expect(viewerClass(same)).toBe(viewerClass(usual));
    expect(claimLists({ ...usual, brokenGlass: ['p'] }).get('brokenGlass')).toBe('{"p"}');
  });

  it('writes each list as PostgreSQL writes an array', () => {
    const written = claimLists({ ...one, teams: [], sessions: ['a "b\\'] });
    expect(written.get('roles')).toBe('{"caseworker","recorder"}');
    expect(written.get('teams')).toBe('{}');
    expect(written.get('sessions')).toBe('{"a \\"b\\\\"}');
  });
});
