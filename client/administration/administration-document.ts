import { graphql } from '../graphql/graphql';

export interface Named {
  readonly id: string;
  readonly name: string;
}

/** 第1号〜第5号. */
export interface Programme extends Named {
  readonly number: string;
}

/** A change to somebody's rights, waiting or decided. */
export interface AccessChange {
  readonly id: string;
  readonly kind: 'ROLES' | 'ENROL' | 'SETUP' | 'SUBJECT' | 'SERVICE' | 'CONTRACT' | 'EXTENSION';
  readonly state: 'WAITING' | 'APPROVED' | 'REFUSED' | 'WITHDRAWN';
  readonly staff: Named | null;
  readonly name: string | null;
  readonly roles: readonly string[] | null;
  readonly login: string | null;
  readonly subject: string | null;
  readonly purpose: string | null;
  readonly organization: Named | null;
  readonly programme: Programme | null;
  readonly team: Named | null;
  readonly activeFrom: string | null;
  readonly activeUntil: string | null;
  readonly swornBy: string | null;
  readonly swornOn: string | null;
  readonly reason: string;
  readonly requester: Named | null;
  readonly requestedAt: string;
  readonly decider: Named | null;
  readonly decidedAt: string | null;
}

export interface StaffAccount extends Named {
  readonly roles: readonly string[];
  readonly team: Named | null;
  readonly organization: Named | null;
  readonly isAtWork: boolean;
  readonly activeUntil: string | null;
  readonly login: string | null;
  readonly hasSecondFactor: boolean;
  readonly isLinked: boolean;
  readonly suspendedAt: string | null;
}

export interface ServiceAccount extends Named {
  readonly team: Named | null;
  readonly purpose: string;
  readonly scopes: readonly string[];
  readonly expiresOn: string;
  readonly revokedAt: string | null;
  readonly lastUsedAt: string | null;
}

/** 委託契約. */
export interface Contract {
  readonly id: string;
  readonly organization: Named | null;
  readonly programme: Programme | null;
  readonly team: Named | null;
  readonly people: readonly Named[];
  readonly validFrom: string;
  readonly validUntil: string;
  readonly secrecyAcknowledgedAt: string | null;
  readonly secrecyAcknowledgedBy: string | null;
  readonly endedAt: string | null;
  readonly counts: boolean;
}

export interface Administration {
  readonly accessChanges: readonly AccessChange[];
  readonly staffAccounts: readonly StaffAccount[];
  readonly serviceAccounts: readonly ServiceAccount[];
  readonly contracts: readonly Contract[];
  readonly teams: readonly Named[];
  readonly organizations: readonly (Named & { readonly operation: string | null })[];
  readonly programmes: readonly Programme[];
}

export const AdministrationDocument = graphql<Administration>`
  query Administration {
    accessChanges {
      id
      kind
      state
      staff {
        id
        name
      }
      name
      roles
      login
      subject
      purpose
      organization {
        id
        name
      }
      programme {
        id
        number
        name
      }
      team {
        id
        name
      }
      activeFrom
      activeUntil
      swornBy
      swornOn
      reason
      requester {
        id
        name
      }
      requestedAt
      decider {
        id
        name
      }
      decidedAt
    }
    staffAccounts {
      id
      name
      roles
      team {
        id
        name
      }
      organization {
        id
        name
      }
      isAtWork
      activeUntil
      login
      hasSecondFactor
      isLinked
      suspendedAt
    }
    serviceAccounts {
      id
      name
      team {
        id
        name
      }
      purpose
      scopes
      expiresOn
      revokedAt
      lastUsedAt
    }
    contracts {
      id
      organization {
        id
        name
      }
      programme {
        id
        number
        name
      }
      team {
        id
        name
      }
      people {
        id
        name
      }
      validFrom
      validUntil
      secrecyAcknowledgedAt
      secrecyAcknowledgedBy
      endedAt
      counts
    }
    teams {
      id
      name
    }
    organizations {
      id
      name
      operation
    }
    programmes {
      id
      number
      name
    }
  }
`;
