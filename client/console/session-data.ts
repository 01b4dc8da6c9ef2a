import type { Withheld } from '../ui/withheld-note';

/** Shapes of what the console reads of a session; the fragments that fetch them stand beside the components. */
export type SessionStatus = 'PREPARING' | 'OPEN' | 'CLOSED';

export interface Named {
  readonly id: string;
  readonly name: string;
}

export interface RoleData {
  readonly id: string;
  readonly title: string;
  readonly organization: Named | null;
  readonly version: number;
}

export interface ActionData {
  readonly id: string;
  readonly title: string;
  readonly organization: Named | null;
  readonly dueOn: string | null;
  readonly status: 'OPEN' | 'DONE';
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

export interface ItemData {
  readonly id: string;
  readonly position: number;
  readonly letter: string;
  readonly kind: 'CARD' | 'ISSUE';
  readonly state: 'WAITING' | 'FRONT' | 'DONE';
  readonly note: string | null;
  readonly version: number;
  readonly card: CardData | null;
  readonly issue: IssueData | null;
  readonly roles: readonly RoleData[];
  readonly actionItems: readonly ActionData[];
  readonly withheld: readonly Withheld[];
}

export interface DisplayData {
  readonly id: string;
  readonly code: string;
  readonly state: string;
  readonly validUntil: string;
}

export interface SessionData {
  readonly id: string;
  readonly kindName: string;
  readonly number: number;
  readonly title: string;
  readonly heldOn: string;
  readonly place: string | null;
  readonly status: SessionStatus;
  /** Whether a conference of this kind may stand on a screen in the room. */
  readonly projected: boolean;
  readonly step: number;
  readonly steps: readonly string[];
  readonly version: number;
  readonly facilitator: Named | null;
  readonly members: readonly { readonly id: string }[];
  readonly frontItem: { readonly id: string } | null;
  readonly agenda: readonly ItemData[];
  readonly displays: readonly DisplayData[];
  readonly withheld: readonly Withheld[];
}

/** The action item of this id as the session has it now. */
export function actionIn({ agenda }: SessionData, id: string): ActionData | undefined {
  return agenda.flatMap(({ actionItems }) => actionItems).find((action) => action.id === id);
}
