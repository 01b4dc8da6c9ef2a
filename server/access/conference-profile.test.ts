import { describe, expect, it } from 'vitest';
import { conferenceKinds, conferenceProfiles } from './conference-profile';

const profiles = conferenceKinds.map((kind) => [kind, conferenceProfiles[kind]] as const);

/** The law of each kind, written a second time: what is on the agenda, with consent or without, before whom, and whether on a wall. */
const laws = [
  ['JUSOTEKI_CASE', '社会福祉法106条の4第2項第5号', 'required', 'open', 'among staff', 'no wall', ['case', 'resource']],
  [
    'JUSOTEKI_EVALUATION',
    '実施計画 II-2, IV-1',
    'no-cases',
    'open',
    'among staff',
    'no wall',
    ['indicator', 'resource', 'issue', 'report'],
  ],
  ['SHIEN_KAIGI', '社会福祉法106条の6', 'not-required', 'hidden', 'among staff', 'no wall', ['case']],
  ['CHONAI', '実施計画 IV-3', 'no-cases', 'open', 'among staff', 'no wall', ['indicator', 'issue', 'report']],
  ['WORKING', '実施計画 IV-3', 'no-cases', 'open', 'among staff', 'a wall', ['fiction']],
  ['MARUGOTO', '実施計画 IV-4', 'no-cases', 'open', 'with citizens', 'a wall', ['card', 'issue', 'resource', 'indicator', 'report']],
  ['CONNECT', '実施計画 注4（根拠は市に確認中）', 'required', 'open', 'among staff', 'no wall', ['case']],
  ['OPEN_TALKING_BAR', '実施計画 III-2', 'no-cases', 'open', 'with citizens', 'no wall', ['issue', 'resource']],
] as const;

/** Who is admitted (c市 s社協 k委託 m民生委員 p専門職 z市民), what is kept and for how many years, what may be printed, and whether a file may leave. */
const keeping = [
  ['JUSOTEKI_CASE', 'c s k m p', ['agenda', 'minutes', 'roles', 'actions', 'attendance'], 5, 'none', false],
  ['JUSOTEKI_EVALUATION', 'c s m p', ['agenda', 'minutes', 'figures', 'proposals'], 10, 'all', true],
  ['SHIEN_KAIGI', 'c s k m p', ['agenda', 'roles', 'actions', 'attendance', 'acknowledgements'], 5, 'none', false],
  ['CHONAI', 'c s', ['agenda', 'minutes', 'figures'], 10, 'all', true],
  ['WORKING', 'c s k p', ['agenda', 'attendance'], 3, 'all', true],
  ['MARUGOTO', 'c s k m p z', ['agenda', 'minutes', 'roles', 'actions', 'proposals'], 5, 'anonymous', true],
  ['CONNECT', 'c k', ['agenda', 'roles', 'actions', 'attendance'], 5, 'none', false],
  ['OPEN_TALKING_BAR', 'c s k m p z', ['attendance'], 1, 'all', false],
] as const;
const letters: Readonly<Record<string, string>> = {
  ...{ city: 'c', council: 's', contractor: 'k', commissioner: 'm', professional: 'p', citizen: 'z' },
};

describe('conference profiles', () => {
  it.each(keeping)('%s admits %s, keeps %j for %i years, prints %s, files %s', (kind, admitted, what, years, print, exported) => {
    const { attendance, keeps, ...profile } = conferenceProfiles[kind];
    expect(attendance.map((each) => letters[each]).join(' ')).toBe(admitted);
    expect(keeps).toEqual({ what, years });
    expect(profile).toMatchObject({ print, export: exported });
  });

  it('leave to facilitators what no law gives to the coordinator alone', () => {
    const byBoth = profiles.filter(([, { conveners }]) => conveners.join() === 'facilitator,coordinator').map(([kind]) => kind);
    expect(byBoth).toEqual(conferenceKinds.filter((kind) => kind !== 'SHIEN_KAIGI' && kind !== 'CONNECT'));
  });

  it('have a second person let through what is corrected afterwards where it decides about somebody, and before citizens', () => {
    const byTwo = profiles.filter(([, { correctedByTwo }]) => correctedByTwo).map(([kind]) => kind);
    expect(byTwo).toEqual(['JUSOTEKI_CASE', 'SHIEN_KAIGI', 'MARUGOTO', 'CONNECT']);
  });

  it.each(laws)('%s rests on %s: consent %s, %s, %s, %s, on its agenda %j', (kind, basis, consent, existence, room, wall, agenda) => {
    const { restricted, citizens, projection, ...profile } = conferenceProfiles[kind];
    expect(profile).toMatchObject({ basis, consent, agenda });
    expect([restricted, citizens, projection]).toEqual([existence === 'hidden', room === 'with citizens', wall === 'a wall']);
  });

  it('are eight, and no two alike', () => {
    expect(profiles).toHaveLength(8);
    expect(Object.keys(conferenceProfiles).sort()).toEqual([...conferenceKinds].sort());
    expect(new Set(profiles.map(([, profile]) => JSON.stringify(profile))).size).toBe(8);
  });

  it.each(profiles)('%s names what it rests on', (_kind, { basis, agenda }) => {
    expect(basis).toMatch(/^(社会福祉法106条|実施計画)/);
    expect(agenda.length).toBeGreaterThan(0);
  });

  it.each(profiles)('%s shows citizens and walls no case', (_kind, { citizens, projection, agenda, consent }) => {
    if (citizens || projection) expect(agenda).not.toContain('case');
    expect(agenda.includes('case')).toBe(consent !== 'no-cases');
  });

  it.each(profiles)(
    '%s does without consent only where the law keeps it secret',
    (_kind, { consent, restricted, citizens, projection }) => {
      expect(consent === 'not-required').toBe(restricted);
      if (restricted) expect(citizens || projection).toBe(false);
    },
  );

  it('hide only the 支援会議, and project only the 地域まるごと支援会議 and fictions', () => {
    expect(profiles.filter(([, { restricted }]) => restricted).map(([kind]) => kind)).toEqual(['SHIEN_KAIGI']);
    expect(profiles.filter(([, { projection }]) => projection).map(([kind]) => kind)).toEqual(['WORKING', 'MARUGOTO']);
  });

  it('let コネクト会議 stand on consent alone until the city confirms a basis', () => {
    expect(conferenceProfiles.CONNECT.consent).toBe('required');
  });

  it('differ from one another in what they admit, hear or keep, and not in their basis alone', () => {
    const bare = profiles.map(([, { basis: _, ...profile }]) => JSON.stringify(profile));
    expect(new Set(bare).size).toBe(8);
  });

  it.each(profiles)('%s admits somebody, is called by somebody, and keeps what it keeps for a number of years', (_kind, profile) => {
    expect(profile.attendance).toContain('city');
    expect(profile.conveners).toContain('coordinator');
    expect(profile.attendance.includes('citizen')).toBe(profile.citizens);
    expect(profile.keeps.years).toBeGreaterThan(0);
    expect(profile.keeps.what.length).toBeGreaterThan(0);
  });

  it.each(profiles)('%s lets nothing of a case onto paper or into a file', (_kind, { agenda, print, export: exported }) => {
    if (agenda.includes('case')) expect([print, exported]).toEqual(['none', false]);
  });

  it.each(profiles)('%s asks for a reason exactly where it does without consent', (_kind, { consent, reasons }) => {
    expect(reasons.length > 0).toBe(consent === 'not-required');
  });

  it('give a 支援会議 and a コネクト会議 to the coordinator alone', () => {
    const byCoordinator = profiles.filter(([, { conveners }]) => conveners.join() === 'coordinator').map(([kind]) => kind);
    expect(byCoordinator).toEqual(['SHIEN_KAIGI', 'CONNECT']);
  });
});
