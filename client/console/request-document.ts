import { graphql } from '../graphql/graphql';
import type { Reason } from './reason-choice';
import type { TellingInput } from './session-changes';
import type { Named } from './session-data';

type RequestState = 'ASKED' | 'TAKEN' | 'SETTLED' | 'PASSED_OVER' | 'DECLINED' | 'WITHDRAWN';

interface Titled {
  readonly id: string;
  readonly title: string;
}

/** What somebody asked a conference to speak of, as far as its reader may know it. */
export interface RequestData {
  readonly id: string;
  readonly kindName: string;
  readonly matter: 'CARD' | 'ISSUE' | 'CASE' | 'REPORT';
  readonly state: RequestState;
  /** Whether the session that took it was called off. */
  readonly waitsAgain: boolean;
  readonly changedAt: string;
  readonly takenUpBy: (Titled & { readonly number: number; readonly heldOn: string }) | null;
  readonly declinedBecause: string | null;
  readonly title: string | null;
  readonly words: string | null;
  readonly reason: string | null;
  readonly version: number;
  readonly card: Titled | null;
  readonly issue: Titled | null;
  readonly team: Named | null;
  readonly requestedBy: Named | null;
  /** Which case, and why without consent where it goes to a 支援会議. */
  readonly requestedCase: {
    readonly id: string;
    readonly reasonCode: Reason | null;
    readonly reason: string | null;
    readonly case: CaseOf | null;
  } | null;
}

interface CaseOf {
  readonly id: string;
  readonly code: string;
}

/** What is offered to an agenda, and why. */
export interface OfferData {
  readonly id: string;
  readonly why: 'REQUEST' | 'CARRIED_OVER' | 'MONITORING';
  readonly dueOn: string | null;
  readonly deferred: number;
  readonly unfinished: number;
  readonly case: CaseOf | null;
  readonly card: Titled | null;
  readonly issue: Titled | null;
  readonly request: RequestData | null;
}

const Request_request = graphql`
  fragment Request_request on AgendaRequest {
    id
    kindName
    matter
    state
    waitsAgain
    changedAt
    takenUpBy {
      id
      number
      title
      heldOn
    }
    declinedBecause
    title
    words
    reason
    version
    card {
      id
      title
    }
    issue {
      id
      title
    }
    team {
      id
      name
    }
    requestedBy {
      id
      name
    }
    requestedCase {
      id
      reasonCode
      reason
      case {
        id
        code
      }
    }
  }
`;

export const OfferedMatters = graphql<{ offeredMatters: readonly OfferData[] }, { session: string }>`
  query OfferedMatters($session: ID!) {
      offeredMatters(session: $session) {
        id
        why
        dueOn
        deferred
        unfinished
        case {
          id
          code
        }
        card {
          id
          title
        }
        issue {
          id
          title
        }
        request {
          ...Request_request
        }
      }
  }
  ${Request_request}
`;

export const OwnRequests = graphql<{ agendaRequests: readonly RequestData[] }>`
  query OwnRequests {
    agendaRequests(limit: 20) {
      ...Request_request
    }
  }
  ${Request_request}
`;

interface Made {
  readonly id: string;
  readonly version: number;
}

/** One of the matters. */
interface RequestInput {
  readonly kind: string;
  readonly case?: string;
  readonly card?: string;
  readonly issue?: string;
  readonly report?: TellingInput;
  readonly reason: string;
  readonly reasonCode?: string | null;
}

export const RequestMatter = graphql<{ requestMatter: Made }, { input: RequestInput }>`
  mutation RequestMatter($input: RequestOrder!) {
    requestMatter(input: $input) {
      id
      version
    }
  }
`;

export const WithdrawRequest = graphql<{ withdrawRequest: Made }, { input: { request: string; version: number } }>`
  mutation WithdrawRequest($input: WithdrawRequestOrder!) {
    withdrawRequest(input: $input) {
      id
      version
    }
  }
`;

export const DeclineRequest = graphql<{ declineRequest: Made }, { input: { request: string; reason: string; version: number } }>`
  mutation DeclineRequest($input: DeclineOrder!) {
    declineRequest(input: $input) {
      id
      version
    }
  }
`;

/** What is asked for, by its name; of a case its number, for those who know it. */
export function requestTitle({ card, issue, title, requestedCase }: RequestData, hidden: string, caseOf: (code: string) => string): string {
  return card?.title ?? issue?.title ?? title ?? (requestedCase?.case ? caseOf(requestedCase.case.code) : hidden);
}
