import { graphql } from '../graphql/graphql';

type Input<Fields> = { readonly input: Fields };

export interface ConsentTerms {
  readonly giver: string;
  readonly relation: string | null;
  readonly receivers: readonly string[];
  readonly exclusions: readonly string[];
  readonly classes: readonly string[];
  readonly items: readonly string[];
  readonly purpose: string;
  readonly condition: string | null;
  readonly form: string;
  readonly explainedBy: string | null;
  readonly witnessedBy: string | null;
  readonly wording: string;
  readonly givenOn: string;
  readonly validFrom: string | null;
  readonly validUntil: string;
}

export const GiveConsent = graphql<unknown, Input<{ case: string; person: string | null; terms: ConsentTerms }>>`
  mutation GiveConsent($input: GiveConsentOrder!) {
    giveConsent(input: $input) {
      id
    }
  }
`;

export const RenewConsent = graphql<unknown, Input<{ consent: string; version: number; terms: ConsentTerms }>>`
  mutation RenewConsent($input: RenewConsentOrder!) {
    renewConsent(input: $input) {
      id
    }
  }
`;

export const WithdrawConsent = graphql<unknown, Input<{ consent: string; version: number; giver: string; reason: string | null }>>`
  mutation WithdrawConsent($input: WithdrawConsentOrder!) {
    withdrawConsent(input: $input) {
      id
      status
    }
  }
`;

export const FinishReview = graphql<unknown, Input<{ review: string; version: number }>>`
  mutation FinishReview($input: FinishReviewOrder!) {
    finishReview(input: $input) {
      id
      doneAt
    }
  }
`;

export const RecordDisclosure = graphql<
  unknown,
  Input<{
    case: string;
    regime: string;
    team: string | null;
    organization: string | null;
    classes: readonly string[];
    note: string | null;
  }>
>`
  mutation RecordDisclosure($input: DisclosureOrder!) {
    recordDisclosure(input: $input) {
      id
    }
  }
`;

interface CrossingItem {
  readonly id: string;
  readonly title: string;
}

export const CrossOver = graphql<
  { crossOver: { itemCount: number } | null },
  Input<{ case: string; session: string; target: string; roles: readonly CrossingItem[]; actionItems: readonly CrossingItem[] }>
>`
  mutation CrossOver($input: CrossOverOrder!) {
    crossOver(input: $input) {
      id
      itemCount
    }
  }
`;
