import { describe, expect, it } from 'vitest';
import { conferenceKinds, conferenceProfiles } from './conference-profile';

const profiles = conferenceKinds.map((kind) => [kind, conferenceProfiles[kind]] as const);

describe('conference profiles', () => {
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

  it('hide only the 支援会議, and project only the 地域まるごと支援会議', () => {
    expect(profiles.filter(([, { restricted }]) => restricted).map(([kind]) => kind)).toEqual(['SHIEN_KAIGI']);
    expect(profiles.filter(([, { projection }]) => projection).map(([kind]) => kind)).toEqual(['MARUGOTO']);
  });

  it('let コネクト会議 stand on consent alone until the city confirms a basis', () => {
    expect(conferenceProfiles.CONNECT.consent).toBe('required');
  });
});
