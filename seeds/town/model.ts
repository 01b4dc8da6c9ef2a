import type { TeamId } from '#seeds/plan/directory';
import type { Day } from './calendar';
import type { Sex } from './names';
import type { Topic } from './topics';
import type { WindowKey } from './windows';

/** What makes a person likely to come to one window rather than another. */
export type Trait = 'disability' | 'hardship' | 'withdrawn';

export interface Person {
  readonly id: string;
  readonly household: Household;
  readonly sex: Sex;
  readonly age: number;
  readonly bornOn: Day;
  readonly name: string;
  readonly kana: string;
  readonly address: string;
  readonly phone: string | null;
  readonly district: string;
  readonly traits: ReadonlySet<Trait>;
  /** Written by hand: chance leaves this person alone. */
  readonly fixture: boolean;
  /** 担当 that serve the person; grows with consultations and cases. */
  readonly teams: Set<TeamId>;
  readonly cases: SupportCase[];
  diedOn: Day | null;
  movedOutOn: Day | null;
}

export interface Membership {
  readonly person: Person;
  readonly relationship: string;
  readonly since: Day;
  readonly until: Day | null;
}

export interface Household {
  readonly id: string;
  readonly district: string;
  readonly composition: string;
  readonly members: Membership[];
}

export type Stage =
  | 'RECEIVED'
  | 'SINGLE_AGENCY'
  | 'OUTREACH'
  | 'REQUESTED'
  | 'ASSESSING'
  | 'PLAN_DRAFT'
  | 'ACTIVE'
  | 'MONITORING'
  | 'SUSPENDED'
  | 'CLOSED';

export interface SupportCase {
  readonly id: string;
  readonly person: Person;
  readonly household: Household;
  readonly lead: TeamId;
  readonly teams: Set<TeamId>;
  /** Windows that the person came to in this matter. */
  readonly windows: Set<WindowKey>;
  readonly topics: Set<Topic>;
  readonly openedOn: Day;
  readonly summary: string | null;
  /** When its work ends or ended; may lie in the future, then the case is open. */
  closesOn: Day;
  /** Set by conferences and by hand; otherwise it follows from the dates. */
  stage: Stage | null;
  /** Taken up by a conference of cases, or written by hand: its course is told there. */
  taken: boolean;
}

export type Urgency = 'NORMAL' | 'SOON' | 'IMMEDIATE';

export interface Consultation {
  readonly id: string;
  readonly window: WindowKey;
  readonly person: Person;
  readonly case: SupportCase | null;
  readonly receivedOn: Day;
  readonly route: string;
  readonly topics: readonly Topic[];
  readonly urgency: Urgency;
  readonly isNew: boolean;
  readonly isolation: boolean;
  readonly outcome: string | null;
  readonly note: string | null;
}
