import { describe, expect, it } from 'vitest';
import { type ConferenceKind, conferenceKinds, conferenceProfiles } from './conference-profile';
import { decide } from './decide';
import { hasMinutes, type MinutesLevel, minutesLeave, minutesLevels } from './minutes-level';
import type { StaffRole, Viewer } from './viewer';

const staff = (roles: readonly StaffRole[], sessions: readonly string[] = []): Viewer => ({
  ...{ audience: 'staff', actor: 'staff:1', roles, teams: [], sessions },
});
const every = conferenceKinds.flatMap((kind) => minutesLevels.map((level) => ({ kind, level, session: { id: 's', kind } })));

/** There are none, they are read on the screen alone, or they may leave: of the room, of those at the table, of the office. */
const signs: Readonly<Record<ConferenceKind, string>> = {
  ...{ JUSOTEKI_CASE: 'xRR', JUSOTEKI_EVALUATION: 'FFF', SHIEN_KAIGI: 'xxx', CHONAI: 'FFF' },
  ...{ WORKING: 'xxx', MARUGOTO: 'FRR', CONNECT: 'xxx', OPEN_TALKING_BAR: 'xxx' },
};

describe('the table of minutes', () => {
  it.each(conferenceKinds)('of %s', (kind) => {
    const sign = (level: MinutesLevel) => (minutesLeave(kind, level) ? 'F' : hasMinutes(kind, level) ? 'R' : 'x');
    expect(minutesLevels.map(sign).join('')).toBe(signs[kind]);
  });

  it.each(every)('of $kind at $level holds with the profile of the kind', ({ kind, level }) => {
    const { keeps, print, export: leaves } = conferenceProfiles[kind];
    if (hasMinutes(kind, level)) expect(keeps.what).toContain('minutes');
    if (minutesLeave(kind, level)) {
      expect(leaves).toBe(true);
      expect(print === 'all' || (print === 'anonymous' && level === 'ROOM')).toBe(true);
    }
  });

  it('has none of a 支援会議, for nobody', () => {
    const member = { ...staff(['coordinator', 'facilitator', 'recorder'], ['s']), sworn: ['s'] };
    for (const { level, session } of every.filter(({ kind }) => kind === 'SHIEN_KAIGI'))
      for (const action of ['minutes:read', 'session:print', 'session:export'] as const)
        expect(decide(member, action, { session, level }).allowed, level).toBe(false);
  });
});

describe('minutes are read', () => {
  const marugoto = { id: 's', kind: 'MARUGOTO' } as const;
  it.each([
    ['ROOM', staff(['caseworker']), true],
    ['PARTICIPANTS', staff(['caseworker']), false],
    ['PARTICIPANTS', staff(['caseworker'], ['s']), true],
    ['OFFICE', staff(['caseworker'], ['s']), false],
    ['OFFICE', staff(['recorder']), true],
    ['ROOM', { ...staff([]), audience: 'analyst' }, false],
    ['ROOM', { ...staff([]), audience: 'display', session: 's' }, false],
  ] as const)('at %s by %j: %s', (level, viewer, allowed) => {
    expect(decide(viewer as Viewer, 'minutes:read', { session: marugoto, level }).allowed).toBe(allowed);
  });

  it('and leave only as the room’s version where citizens sat there', () => {
    const leaving = (level: (typeof minutesLevels)[number]) =>
      decide(staff(['facilitator']), 'session:export', { session: marugoto, level }).allowed;
    expect(minutesLevels.map(leaving)).toEqual([true, false, false]);
  });
});
