import type { BoardIndicator, BoardLink, Focus, Lettering, NoteKind } from '../display/board-document';
import type { Timer } from '../ui/use-countdown';
import type { Withheld } from '../ui/withheld-note';
import type { CarriedOverData, DecisionData, DeferralData, OpenPointData } from './closing-data';
import type { CorrectionData } from './correction-data';
import type { ProposalData } from './proposal-data';

/** Shapes of what the console reads of a session; the fragments that fetch them stand beside the components. */
export type SessionStatus = 'PREPARING' | 'OPEN' | 'CLOSED' | 'CANCELLED';

/** Whether a conference takes no more: it has closed, or was called off. */
export function isOver({ status }: { readonly status: SessionStatus }): boolean {
  return status === 'CLOSED' || status === 'CANCELLED';
}

export interface Named {
  readonly id: string;
  readonly name: string;
}

/** Why a line stands on the desks and not on the wall. */
export type Held = 'PARKED' | 'IDENTIFIER';

/** A line of what was said. */
export interface NoteData {
  readonly id: string;
  readonly kind: NoteKind;
  readonly title: string;
  readonly held: Held | null;
  /** The community issue that a gap became. */
  readonly issue: { readonly id: string; readonly state: string } | null;
  readonly version: number;
}

/** A line of the map of a matter. */
export interface LinkData extends BoardLink {
  readonly held: Held | null;
  readonly version: number;
}

export interface RoleData {
  readonly id: string;
  readonly title: string;
  readonly organization: Named | null;
  readonly held: Held | null;
  readonly version: number;
}

export interface ActionData {
  readonly id: string;
  readonly title: string;
  readonly organization: Named | null;
  readonly dueOn: string | null;
  readonly status: 'OPEN' | 'DONE' | 'TAKEN_BACK';
  readonly held: Held | null;
  /** What the organisation's own desk has answered: taken on, how it went, or why they would give it back. */
  readonly acceptedAt: string | null;
  readonly doneNote: string | null;
  readonly backReason: string | null;
  readonly version: number;
}

export interface CardData {
  readonly id: string;
  readonly title: string;
  readonly ageBand: string;
  readonly district: string | null;
  readonly districtShown: boolean;
  readonly strengths: readonly string[];
  readonly wishes: readonly string[];
  readonly worries: readonly string[];
  readonly note: string | null;
  readonly case: { readonly id: string; readonly code: string } | null;
  readonly draftedBy: Named | null;
  readonly approvedBy: Named | null;
  readonly withheld: readonly Withheld[];
}

export interface IssueData {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly topics: readonly string[];
  readonly caseCount: number | null;
}

/** A member at the table. */
export interface MemberData {
  readonly id: string;
  readonly attends: 'EXPECTED' | 'PRESENT' | 'ABSENT';
  readonly sworn: boolean;
  readonly staff: (Named & { readonly team: Named | null; readonly organization: Named | null }) | null;
  readonly organization: Named | null;
}

/** What an item holds of a case; null for whoever must leave. */
export interface CaseItemData {
  readonly id: string;
  readonly reasonCode: 'URGENT' | 'EARLY_SUPPORT' | null;
  readonly reason: string | null;
  readonly closeDistrict: boolean;
  readonly withheld: readonly Withheld[];
  readonly case: {
    readonly id: string;
    readonly code: string;
    readonly topics: readonly string[];
    readonly standing: string;
    readonly leadTeam: Named | null;
    readonly person: {
      readonly id: string;
      readonly ageBand: string;
      readonly district: string;
      readonly identity: { readonly id: string; readonly name: string; readonly nameKana: string } | null;
      readonly withheld: readonly Withheld[];
    } | null;
    readonly withheld: readonly Withheld[];
  } | null;
}

/** How a member stands to the case of an item. */
export interface StandingData {
  readonly id: string;
  readonly standing: 'COVERED' | 'UNCOVERED' | 'BARRED' | 'UNSWORN';
  readonly neighbour: boolean;
  readonly away: boolean;
  readonly member: { readonly id: string } | null;
}

export interface ItemData {
  readonly id: string;
  readonly position: number;
  readonly letter: string;
  readonly kind: 'CARD' | 'ISSUE' | 'CASE' | 'REPORT' | 'FICTION';
  /** The words of a report or a fiction. */
  readonly title: string | null;
  readonly words: string | null;
  readonly state: 'WAITING' | 'FRONT' | 'DONE';
  readonly note: string | null;
  readonly version: number;
  readonly card: CardData | null;
  readonly issue: IssueData | null;
  readonly caseItem: CaseItemData | null;
  readonly standings: readonly StandingData[];
  readonly notes: readonly NoteData[];
  readonly roles: readonly RoleData[];
  readonly actionItems: readonly ActionData[];
  readonly decisions: readonly DecisionData[];
  readonly links: readonly LinkData[];
  readonly deferrals: readonly DeferralData[];
  readonly withheld: readonly Withheld[];
}

export interface DisplayData {
  readonly id: string;
  readonly code: string;
  readonly state: string;
  readonly validUntil: string;
}

export interface SessionData extends Timer, Lettering {
  readonly id: string;
  readonly kind: string;
  readonly kindName: string;
  readonly number: number;
  readonly title: string;
  readonly heldOn: string;
  readonly startsAt: string | null;
  readonly endsAt: string | null;
  readonly place: string | null;
  readonly status: SessionStatus;
  /** Whether its day has passed and it never opened. */
  readonly lapsed: boolean;
  readonly cancelledBecause: string | null;
  /** Whether a conference of this kind may stand on a screen in the room. */
  readonly projected: boolean;
  /** Whether it is open to this person: a 支援会議 only after the duty of secrecy is acknowledged. */
  readonly isIn: boolean;
  readonly opening: string;
  /** The law's sentence; only where a session is kept secret. */
  readonly secrecy: string | null;
  readonly matters: readonly string[];
  readonly printing: string;
  /** Whether minutes are kept of a conference of this kind. */
  readonly minuted: boolean;
  /** Whether it is kept who was there. */
  readonly keepsAttendance: boolean;
  readonly step: number;
  readonly steps: readonly string[];
  readonly wall: 'SHOWN' | 'HIDDEN' | 'FROZEN';
  readonly focus: Focus;
  /** What the wall can be turned to in this kind of conference. */
  readonly slides: readonly Focus[];
  readonly indicator: BoardIndicator | null;
  readonly noteKinds: readonly NoteKind[];
  /** How this conference calls them, in the same order. */
  readonly noteWords: readonly string[];
  readonly easySteps: readonly string[];
  readonly easyNoteWords: readonly string[];
  readonly version: number;
  readonly facilitator: Named | null;
  readonly members: readonly MemberData[];
  readonly frontItem: { readonly id: string } | null;
  readonly agenda: readonly ItemData[];
  /** What keeps it from ending. */
  readonly openPoints: readonly OpenPointData[];
  readonly carriedOver: readonly CarriedOverData[];
  /** Whether a conference of this kind puts proposals forward. */
  readonly proposes: boolean;
  readonly proposals: readonly ProposalData[];
  /** Whether a second person lets through what is corrected afterwards. */
  readonly correctedByTwo: boolean;
  readonly corrections: readonly CorrectionData[];
  readonly displays: readonly DisplayData[];
  readonly withheld: readonly Withheld[];
}

/** The role of this id as the session has it now. */
export function roleIn({ agenda }: SessionData, id: string): RoleData | undefined {
  return agenda.flatMap(({ roles }) => roles).find((role) => role.id === id);
}

/** The action item of this id as the session has it now. */
export function actionIn({ agenda }: SessionData, id: string): ActionData | undefined {
  return agenda.flatMap(({ actionItems }) => actionItems).find((action) => action.id === id);
}

/** The line of what was said of this id as the session has it now. */
export function noteIn({ agenda }: SessionData, id: string): NoteData | undefined {
  return agenda.flatMap(({ notes }) => notes).find((note) => note.id === id);
}

/** The line of the map of this id as the session has it now. */
export function linkIn({ agenda }: SessionData, id: string): LinkData | undefined {
  return agenda.flatMap(({ links }) => links).find((link) => link.id === id);
}

/** The decision of this id as the session has it now. */
export function decisionIn({ agenda }: SessionData, id: string): DecisionData | undefined {
  return agenda.flatMap(({ decisions }) => decisions).find((decision) => decision.id === id);
}

/** The line of this id, whatever it is, as the session has it now. */
export function lineIn(session: SessionData, id: string): RoleData | ActionData | NoteData | DecisionData | LinkData | undefined {
  return roleIn(session, id) ?? actionIn(session, id) ?? noteIn(session, id) ?? decisionIn(session, id) ?? linkIn(session, id);
}

/** A member's name as it is called out, and whom they come for. */
export function memberName({ staff, organization }: Pick<MemberData, 'staff' | 'organization'>): string {
  return staff?.name ?? organization?.name ?? '';
}

/** Whom a member comes for. */
export function agencyOf({ staff, organization }: Pick<MemberData, 'staff' | 'organization'>): string {
  return organization?.name ?? staff?.organization?.name ?? staff?.team?.name ?? '';
}

/** Whether an item is a letter and nothing else to this person, who leaves for it. */
export function isOutside({ kind, caseItem }: Pick<ItemData, 'kind' | 'caseItem'>): boolean {
  return kind === 'CASE' && caseItem === null;
}
