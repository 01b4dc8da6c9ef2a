import type { Attendee } from './attendee';
import type { StaffRole } from './viewer';

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
export type AgendaMatter = 'case' | 'card' | 'issue' | 'report' | 'indicator' | 'resource' | 'fiction';

/** What a session may leave on paper: everything, what the wall may hold, or nothing. */
export type Printing = 'all' | 'anonymous' | 'none';

/** Why a case comes before a conference without the person's consent (法106条の6). */
export const reasonCodes = ['URGENT', 'EARLY_SUPPORT'] as const;
export type ReasonCode = (typeof reasonCodes)[number];

/** One kind of conference = one legal profile; it drives every field. No two are alike by default. */
export interface ConferenceProfile {
  /** Article, or section of the plan, that the kind rests on. */
  readonly basis: string;
  /** Cases may be discussed with the person's consent, without it (法106条の6), or not at all. */
  readonly consent: 'required' | 'not-required' | 'no-cases';
  /** Only its members may know that a session exists, and each of them acknowledges the duty of secrecy before anything of it opens. */
  readonly restricted: boolean;
  /** Citizens may be in the room. */
  readonly citizens: boolean;
  /** A display may be paired. */
  readonly projection: boolean;
  readonly agenda: readonly AgendaMatter[];
  /** Who may be asked to the table. */
  readonly attendance: readonly Attendee[];
  /** Who calls a session. */
  readonly conveners: readonly StaffRole[];
  readonly print: Printing;
  /** Whether a second person lets through what is corrected in the record afterwards: where it decides about somebody, and before citizens. */
  readonly correctedByTwo: boolean;
  /** Whether what was agreed on may leave the hub as a file. */
  readonly export: boolean;
  /** Reasons of which one is given, with words, for every case on the agenda. */
  readonly reasons: readonly ReasonCode[];
  /** What is kept of a session, and for how many years after the fiscal year in which it was held (to be confirmed by the city). */
  readonly keeps: { readonly what: readonly Kept[]; readonly years: number };
}

/** What can be kept of a session. */
export type Kept = 'agenda' | 'minutes' | 'roles' | 'actions' | 'attendance' | 'acknowledgements' | 'figures' | 'proposals';

const calling: readonly StaffRole[] = ['facilitator', 'coordinator'];

export const conferenceProfiles: Readonly<Record<ConferenceKind, ConferenceProfile>> = {
  JUSOTEKI_CASE: {
    basis: '社会福祉法106条の4第2項第5号',
    consent: 'required',
    restricted: false,
    citizens: false,
    projection: false,
    agenda: ['case', 'resource'],
    attendance: ['city', 'council', 'contractor', 'commissioner', 'professional'],
    conveners: calling,
    print: 'none',
    correctedByTwo: true,
    export: false,
    reasons: [],
    keeps: { what: ['agenda', 'minutes', 'roles', 'actions', 'attendance'], years: 5 },
  },
  JUSOTEKI_EVALUATION: {
    basis: '実施計画 II-2, IV-1',
    consent: 'no-cases',
    restricted: false,
    citizens: false,
    projection: false,
    agenda: ['indicator', 'resource', 'issue', 'report'],
    attendance: ['city', 'council', 'commissioner', 'professional'],
    conveners: calling,
    print: 'all',
    correctedByTwo: false,
    export: true,
    reasons: [],
    keeps: { what: ['agenda', 'minutes', 'figures', 'proposals'], years: 10 },
  },
  SHIEN_KAIGI: {
    basis: '社会福祉法106条の6',
    consent: 'not-required',
    restricted: true,
    citizens: false,
    projection: false,
    agenda: ['case'],
    attendance: ['city', 'council', 'contractor', 'commissioner', 'professional'],
    conveners: ['coordinator'],
    print: 'none',
    correctedByTwo: true,
    export: false,
    reasons: reasonCodes,
    keeps: { what: ['agenda', 'roles', 'actions', 'attendance', 'acknowledgements'], years: 5 },
  },
  CHONAI: {
    basis: '実施計画 IV-3',
    consent: 'no-cases',
    restricted: false,
    citizens: false,
    projection: false,
    agenda: ['indicator', 'issue', 'report'],
    attendance: ['city', 'council'],
    conveners: calling,
    print: 'all',
    correctedByTwo: false,
    export: true,
    reasons: [],
    keeps: { what: ['agenda', 'minutes', 'figures'], years: 10 },
  },
  WORKING: {
    basis: '実施計画 IV-3',
    consent: 'no-cases',
    restricted: false,
    citizens: false,
    projection: true,
    agenda: ['fiction'],
    attendance: ['city', 'council', 'contractor', 'professional'],
    conveners: calling,
    print: 'all',
    correctedByTwo: false,
    export: true,
    reasons: [],
    keeps: { what: ['agenda', 'attendance'], years: 3 },
  },
  MARUGOTO: {
    basis: '実施計画 IV-4',
    consent: 'no-cases',
    restricted: false,
    citizens: true,
    projection: true,
    agenda: ['card', 'issue', 'resource', 'indicator', 'report'],
    attendance: ['city', 'council', 'contractor', 'commissioner', 'professional', 'citizen'],
    conveners: calling,
    print: 'anonymous',
    correctedByTwo: true,
    export: true,
    reasons: [],
    keeps: { what: ['agenda', 'minutes', 'roles', 'actions', 'proposals'], years: 5 },
  },
  CONNECT: {
    basis: '実施計画 注4（根拠は市に確認中）',
    consent: 'required',
    restricted: false,
    citizens: false,
    projection: false,
    agenda: ['case'],
    attendance: ['city', 'contractor'],
    conveners: ['coordinator'],
    print: 'none',
    correctedByTwo: true,
    export: false,
    reasons: [],
    keeps: { what: ['agenda', 'roles', 'actions', 'attendance'], years: 5 },
  },
  OPEN_TALKING_BAR: {
    basis: '実施計画 III-2',
    consent: 'no-cases',
    restricted: false,
    citizens: true,
    projection: false,
    agenda: ['issue', 'resource'],
    attendance: ['city', 'council', 'contractor', 'commissioner', 'professional', 'citizen'],
    conveners: calling,
    print: 'all',
    correctedByTwo: false,
    export: false,
    reasons: [],
    keeps: { what: ['attendance'], years: 1 },
  },
};
