import { graphql } from '../graphql/graphql';

export interface Named {
  readonly id: string;
  readonly name: string;
}

/** A colleague's readings of one day. */
export interface ReadReview {
  readonly id: string;
  readonly staff: Named | null;
  readonly day: string;
  readonly reads: number;
  readonly subjects: number;
  readonly unusual: readonly string[];
  readonly reviewedReads: number | null;
  readonly reviewer: Named | null;
  readonly reviewedAt: string | null;
  readonly note: string | null;
}

/** A person's own request, without its rows. */
export interface DisclosureHead {
  readonly id: string;
  readonly caseCode: string;
  readonly requester: string;
  readonly receivedOn: string;
  readonly asker: Named | null;
  readonly state: 'ASKED' | 'DRAFTED' | 'DONE';
  readonly undecided: number;
  readonly version: number;
}

export interface ExposureReport {
  readonly id: string;
  readonly kind: string;
  readonly staff: Named | null;
  readonly reason: string;
  readonly reads: number;
  readonly persons: number;
  readonly cases: number;
  readonly households: number;
  readonly beyond: number;
  readonly madeAt: string;
}

export interface RetentionRule {
  readonly id: string;
  readonly name: string;
  readonly months: number;
  readonly countedFrom: string;
  readonly isConfirmed: boolean;
}

interface Oversight {
  readonly readReviews: readonly ReadReview[];
  readonly disclosureRequests: readonly DisclosureHead[];
  readonly exposureReports: readonly ExposureReport[];
  readonly retentionRules: readonly RetentionRule[];
}

export const DisclosureHead_request = graphql`
  fragment DisclosureHead_request on DisclosureRequest {
    id
    caseCode
    requester
    receivedOn
    asker {
      id
      name
    }
    state
    undecided
    version
  }
`;

export const ExposureRow_report = graphql`
  fragment ExposureRow_report on ExposureReport {
    id
    kind
    staff {
      id
      name
    }
    reason
    reads
    persons
    cases
    households
    beyond
    madeAt
  }
`;

export const OversightDocument = graphql<Oversight>`
  query Oversight {
    readReviews(limit: 60) {
      id
      staff {
        id
        name
      }
      day
      reads
      subjects
      unusual
      reviewedReads
      reviewer {
        id
        name
      }
      reviewedAt
      note
    }
    disclosureRequests {
      id
      ...DisclosureHead_request
    }
    exposureReports {
      id
      ...ExposureRow_report
    }
    retentionRules {
      id
      name
      months
      countedFrom
      isConfirmed
    }
  }
  ${DisclosureHead_request}
  ${ExposureRow_report}
`;

/** Whom and what one may ask about. */
export const TraceTargetsDocument = graphql<{
  staffToTrace: readonly Named[];
  sessions: readonly { readonly id: string; readonly title: string; readonly heldOn: string }[];
}>`
  query TraceTargets {
    staffToTrace {
      id
      name
    }
    sessions(limit: 50) {
      id
      title
      heldOn
    }
  }
`;

export interface DisclosureRow {
  readonly id: string;
  readonly reader: string;
  readonly staff: Named | null;
  readonly day: string;
  readonly reads: number;
  readonly classes: readonly string[];
  readonly ground: string | null;
  readonly decision: string;
  readonly reason: string | null;
  readonly decider: Named | null;
  readonly version: number;
}

export interface Draft extends DisclosureHead {
  readonly protectionNear: boolean | null;
  readonly rows: readonly DisclosureRow[];
}

export const DisclosureDocument = graphql<{ disclosureRequest: Draft | null }, { id: string }>`
  query DisclosureDraft($id: ID!) {
    disclosureRequest(id: $id) {
      id
      ...DisclosureHead_request
      protectionNear
      rows {
        id
        reader
        staff {
          id
          name
        }
        day
        reads
        classes
        ground
        decision
        reason
        decider {
          id
          name
        }
        version
      }
    }
  }
  ${DisclosureHead_request}
`;
