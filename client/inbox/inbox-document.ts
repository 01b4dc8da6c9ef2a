import { graphql } from '../graphql/graphql';

/** What stands at a desk, and whether it waits. */
type InboxState = 'NEW' | 'ACCEPTED' | 'GIVEN_BACK' | 'DONE' | 'TAKEN_BACK';

interface Titled {
  readonly id: string;
  readonly title: string;
}

/** What a conference assigned to the own organisation, as far as this person may know of it. */
export interface InboxData {
  readonly id: string;
  readonly standing: InboxState;
  readonly isLate: boolean;
  readonly action: {
    readonly id: string;
    readonly title: string;
    readonly dueOn: string | null;
    readonly doneNote: string | null;
    readonly backReason: string | null;
    readonly version: number;
    readonly organization: { readonly id: string; readonly name: string } | null;
  } | null;
  readonly session: { readonly id: string; readonly kindName: string; readonly title: string; readonly heldOn: string } | null;
  readonly item: {
    readonly id: string;
    readonly letter: string;
    readonly card: Titled | null;
    readonly issue: Titled | null;
    readonly caseItem: { readonly id: string; readonly case: { readonly id: string; readonly code: string } | null } | null;
  } | null;
}

export const InboxPageDocument = graphql<{ inbox: readonly InboxData[] }, { done: boolean }>`
  query InboxPage($done: Boolean!) {
    inbox(done: $done, limit: 200) {
      id
      standing
      isLate
      action {
        id
        title
        dueOn
        doneNote
        backReason
        version
        organization {
          id
          name
        }
      }
      session {
        id
        kindName
        title
        heldOn
      }
      item {
        id
        letter
        card {
          id
          title
        }
        issue {
          id
          title
        }
        caseItem {
          id
          case {
            id
            code
          }
        }
      }
    }
  }
`;

/** How much there is, and a mark that is another as soon as anything in it is. It names nobody, so it may be asked again and again. */
export const InboxStandingDocument = graphql<{
  inboxStanding: { readonly id: string; readonly open: number; readonly late: number; readonly mark: string } | null;
}>`
  query InboxStanding {
    inboxStanding {
      id
      open
      late
      mark
    }
  }
`;

type Input<Fields> = { readonly input: Fields & { readonly action: string; readonly version: number } };

export const AcceptActionItem = graphql<unknown, Input<object>>`
  mutation AcceptActionItem($input: AcceptOrder!) {
    acceptActionItem(input: $input) {
      id
      version
    }
  }
`;

export const FinishAtDesk = graphql<
  { finishAtDesk: { readonly id: string; readonly version: number } },
  Input<{ done: boolean; note?: string }>
>`
  mutation FinishAtDesk($input: DeskDoneOrder!) {
    finishAtDesk(input: $input) {
      id
      version
    }
  }
`;

export const GiveBackActionItem = graphql<unknown, Input<{ reason?: string }>>`
  mutation GiveBackActionItem($input: GiveBackOrder!) {
    giveBackActionItem(input: $input) {
      id
      version
    }
  }
`;
