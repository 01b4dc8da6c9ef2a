/** The eight kinds of conference (実施計画 IV; RULES 4). */
export const conferenceKinds = [
  'JUSOTEKI_CASE',
  'JUSOTEKI_EVALUATION',
  'SHIEN_KAIGI',
  'CHONAI',
  'WORKING',
  'MARUGOTO',
  'CONNECT',
  'OPEN_TALKING_BAR',
] as const;
export type ConferenceKind = (typeof conferenceKinds)[number];

/** What may be put on the agenda. */
export type AgendaMatter = 'case' | 'card' | 'issue' | 'indicator' | 'resource' | 'fiction';

/** One kind of conference = one legal profile; it drives every field. No two are alike by default. */
export interface ConferenceProfile {
  /** Article, or section of the plan, that the kind rests on. */
  readonly basis: string;
  /** Cases may be discussed with the person's consent, without it (法106条の6), or not at all. */
  readonly consent: 'required' | 'not-required' | 'no-cases';
  /** The session's very existence is hidden from everyone but its members. */
  readonly restricted: boolean;
  /** Citizens may be in the room. */
  readonly citizens: boolean;
  /** A display may be paired. */
  readonly projection: boolean;
  readonly agenda: readonly AgendaMatter[];
}

export const conferenceProfiles: Readonly<Record<ConferenceKind, ConferenceProfile>> = {
  JUSOTEKI_CASE: {
    basis: '社会福祉法106条の4第2項第5号',
    consent: 'required',
    restricted: false,
    citizens: false,
    projection: false,
    agenda: ['case', 'resource'],
  },
  JUSOTEKI_EVALUATION: {
    basis: '実施計画 II-2, IV-1',
    consent: 'no-cases',
    restricted: false,
    citizens: false,
    projection: false,
    agenda: ['indicator', 'resource', 'issue'],
  },
  SHIEN_KAIGI: {
    basis: '社会福祉法106条の6',
    consent: 'not-required',
    restricted: true,
    citizens: false,
    projection: false,
    agenda: ['case'],
  },
  CHONAI: {
    basis: '実施計画 IV-3',
    consent: 'no-cases',
    restricted: false,
    citizens: false,
    projection: false,
    agenda: ['indicator', 'issue'],
  },
  WORKING: { basis: '実施計画 IV-3', consent: 'no-cases', restricted: false, citizens: false, projection: false, agenda: ['fiction'] },
  MARUGOTO: {
    basis: '実施計画 IV-4',
    consent: 'no-cases',
    restricted: false,
    citizens: true,
    projection: true,
    agenda: ['card', 'issue', 'resource', 'indicator'],
  },
  CONNECT: {
    basis: '実施計画 注4（根拠は市に確認中）',
    consent: 'required',
    restricted: false,
    citizens: false,
    projection: false,
    agenda: ['case'],
  },
  OPEN_TALKING_BAR: {
    basis: '実施計画 III-2',
    consent: 'no-cases',
    restricted: false,
    citizens: true,
    projection: false,
    agenda: ['issue', 'resource'],
  },
};
