import { graphql } from '../graphql/graphql';

export interface Named {
  readonly id: string;
  readonly name: string;
}

export interface ConsentData {
  readonly id: string;
  readonly person: { readonly id: string; readonly identity: Named | null } | null;
  readonly giver: string;
  readonly relation: string | null;
  readonly holder: Named | null;
  readonly receivers: readonly string[];
  readonly receiverTeams: readonly Named[];
  readonly excludedTeams: readonly Named[];
  readonly classes: readonly string[];
  readonly items: readonly string[];
  readonly purpose: string;
  readonly condition: string | null;
  readonly form: string;
  readonly explainedBy: Named | null;
  readonly witnessedBy: Named | null;
  readonly wording: string;
  readonly givenOn: string;
  readonly validFrom: string;
  readonly validUntil: string;
  readonly status: string;
  readonly withdrawable: boolean;
  readonly withdrawnAt: string | null;
  readonly withdrawalReason: string | null;
  readonly version: number;
}

export interface ReviewData {
  readonly id: string;
  readonly dueOn: string;
  readonly doneAt: string | null;
  readonly version: number;
}

export interface ConsentsData {
  readonly consents: readonly ConsentData[];
  readonly reviews: readonly ReviewData[];
}

export const ConsentsSection_case = graphql`
  fragment ConsentsSection_case on Case {
    id
    consents {
      id
      person {
        id
        identity {
          id
          name
        }
      }
      giver
      relation
      holder {
        id
        name
      }
      receivers
      receiverTeams {
        id
        name
      }
      excludedTeams {
        id
        name
      }
      classes
      items
      purpose
      condition
      form
      explainedBy {
        id
        name
      }
      witnessedBy {
        id
        name
      }
      wording
      givenOn
      validFrom
      validUntil
      status
      withdrawable
      withdrawnAt
      withdrawalReason
      version
    }
    reviews {
      id
      dueOn
      doneAt
      version
    }
  }
`;

export interface WordingData {
  readonly id: string;
  readonly title: string;
  readonly edition: string;
  readonly body: string;
  readonly items: readonly string[];
  readonly termDays: number;
  readonly retiredOn: string | null;
  readonly confirmed: boolean;
}

export interface ConsentFormData {
  readonly consentWordings: readonly WordingData[];
  readonly teams: readonly Named[];
  readonly colleagues: readonly Named[];
}

/** What the form is filled in from: the city's data. */
export const ConsentFormDocument = graphql<ConsentFormData>`
  query ConsentForm {
    consentWordings {
      id
      title
      edition
      body
      items
      termDays
      retiredOn
      confirmed
    }
    teams {
      id
      name
    }
    colleagues {
      id
      name
    }
  }
`;
