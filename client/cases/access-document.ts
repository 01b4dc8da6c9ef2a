import { graphql } from '../graphql/graphql';

/** A verdict as the hub words it; `until` is an ISO instant. */
export interface Verdict {
  readonly state: 'SHOWN' | 'WITHHELD' | 'HIDDEN';
  readonly sentence: string;
  readonly source: string;
  readonly until: string | null;
}

export interface AccessRecord extends Verdict {
  readonly path: string;
  readonly name: string;
  readonly fields: readonly (Verdict & { readonly field: string; readonly label: string })[];
}

export interface AccessAnswer {
  readonly code: string;
  readonly whose: string;
  readonly note: string | null;
  readonly records: readonly AccessRecord[];
  readonly conference: readonly {
    readonly what: string;
    readonly allowed: boolean;
    readonly sentence: string;
    readonly source: string;
  }[];
}

const AccessRecord_record = graphql`
  fragment AccessRecord_record on AccessRecord {
    path
    name
    state
    sentence
    source
    until
    fields {
      field
      label
      state
      sentence
      source
      until
    }
  }
`;

export const WhyVisibleDocument = graphql<{ whyVisible: AccessAnswer | null }, { id: string }>`
  query WhyVisible($id: ID!) {
    whyVisible(case: $id) {
      code
      whose
      note
      records {
        ...AccessRecord_record
      }
    }
  }
  ${AccessRecord_record}
`;

/** What the form holds; it lives in the address. */
export interface Simulation {
  readonly case?: string;
  readonly audience?: string;
  readonly team?: string;
  readonly role?: string;
  readonly kind?: string;
  readonly session?: string;
  /** 'no': not a member of that conference. */
  readonly attends?: 'no';
}

export const SimulateAccessDocument = graphql<
  { simulateAccess: AccessAnswer | null },
  {
    case: string;
    audience: string;
    roles: readonly string[];
    attends: boolean;
    team: string | null;
    kind: string | null;
    session: string | null;
  }
>`
  query SimulateAccess(
    $case: String!
    $audience: SimulatedAudience!
    $roles: [String!]!
    $attends: Boolean!
    $team: ID
    $kind: ConferenceKind
    $session: ID
  ) {
    simulateAccess(
      case: $case
      audience: $audience
      roles: $roles
      attends: $attends
      team: $team
      sessionKind: $kind
      session: $session
    ) {
      code
      whose
      note
      records {
        ...AccessRecord_record
      }
      conference {
        what
        allowed
        sentence
        source
      }
    }
  }
  ${AccessRecord_record}
`;

export interface SimulatorChoices {
  readonly teams: readonly { readonly id: string; readonly name: string }[];
  readonly sessions: readonly { readonly id: string; readonly title: string; readonly kind: string; readonly heldOn: string }[];
}

export const SimulatorChoicesDocument = graphql<SimulatorChoices>`
  query SimulatorChoices {
    teams {
      id
      name
    }
    sessions(limit: 50) {
      id
      title
      kind
      heldOn
    }
  }
`;

export interface AccessAudience {
  readonly note: string;
  readonly teams: readonly (Verdict & {
    readonly team: string;
    readonly name: string;
    readonly people: number;
    readonly records: readonly { readonly name: string; readonly shown: number; readonly all: number }[];
  })[];
  readonly roles: readonly { readonly role: string; readonly sees: boolean; readonly sentence: string }[];
  readonly sessions: readonly {
    readonly title: string;
    readonly members: readonly string[];
    readonly sentence: string;
    readonly source: string;
  }[];
}

export const WhoCouldSeeDocument = graphql<{ whoCouldSee: AccessAudience | null }, { id: string }>`
  query WhoCouldSee($id: ID!) {
    whoCouldSee(case: $id) {
      note
      teams {
        team
        name
        people
        state
        sentence
        source
        until
        records {
          name
          shown
          all
        }
      }
      roles {
        role
        sees
        sentence
      }
      sessions {
        title
        members
        sentence
        source
      }
    }
  }
`;
