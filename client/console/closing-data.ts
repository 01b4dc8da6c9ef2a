import type { ProposalData } from './proposal-data';
import type { Held, MemberData, Named } from './session-data';

/** Shapes of what the console reads of a session's end. */
export interface DecisionData {
  readonly id: string;
  readonly title: string;
  readonly readBackAt: string | null;
  readonly held: Held | null;
  readonly version: number;
}

/** A point that was put off; what it is about, unless it is a case that is undecided. */
export interface DeferralData {
  readonly id: string;
  readonly reason: string;
  readonly owner: Named | null;
  readonly version: number;
  readonly role: { readonly id: string; readonly title: string } | null;
  readonly actionItem: { readonly id: string; readonly title: string } | null;
  readonly decision: { readonly id: string; readonly title: string } | null;
}

export interface OpenPointData {
  readonly id: string;
  readonly point: 'ROLE' | 'ACTION' | 'DECISION' | 'OUTCOME' | 'ATTENDANCE';
  readonly agendaItemId: string | null;
  readonly role: { readonly id: string } | null;
  readonly actionItem: { readonly id: string } | null;
  readonly decision: { readonly id: string } | null;
  readonly member: Pick<MemberData, 'id'> | null;
}

/** What an earlier session of the kind left open. */
export interface CarriedOverData {
  readonly id: string;
  readonly kind: 'DEFERRED' | 'ACTION' | 'PROPOSAL';
  readonly heldOn: string;
  readonly deferral: DeferralData | null;
  readonly proposal: ProposalData | null;
  readonly actionItem: {
    readonly id: string;
    readonly title: string;
    readonly dueOn: string | null;
    /** Why its organisation asks to give it back. */
    readonly backReason: string | null;
    readonly organization: Named | null;
    readonly version: number;
  } | null;
}

/** What a point that was put off is about, in its own words. */
export function subjectOf({ role, actionItem, decision }: Pick<DeferralData, 'role' | 'actionItem' | 'decision'>): string | undefined {
  return (role ?? actionItem ?? decision)?.title;
}
