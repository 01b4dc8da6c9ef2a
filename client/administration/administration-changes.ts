import { graphql } from '../graphql/graphql';

type Input<Fields> = { readonly input: Fields };

interface Rights {
  readonly roles: readonly string[];
  readonly team: string | null;
  readonly activeUntil: string | null;
  readonly reason: string;
}

export const RequestRoles = graphql<unknown, Input<Rights & { staff: string }>>`
  mutation RequestRoles($input: RolesOrder!) {
    requestRoles(input: $input) {
      id
    }
  }
`;

export const RequestEnrolment = graphql<unknown, Input<Rights & { name: string; organization: string | null }>>`
  mutation RequestEnrolment($input: EnrolmentOrder!) {
    requestEnrolment(input: $input) {
      id
    }
  }
`;

export const RequestSetupLink = graphql<{ requestSetupLink: string | null }, Input<{ staff: string; login: string; reason: string }>>`
  mutation RequestSetupLink($input: SetupOrder!) {
    requestSetupLink(input: $input)
  }
`;

export const RequestSubject = graphql<unknown, Input<{ staff: string; issuer: string; subject: string; reason: string }>>`
  mutation RequestSubject($input: SubjectOrder!) {
    requestSubject(input: $input) {
      id
    }
  }
`;

export const RequestService = graphql<
  unknown,
  Input<{ name: string; team: string; purpose: string; scopes: readonly string[]; expiresOn: string; reason: string }>
>`
  mutation RequestService($input: ServiceOrder!) {
    requestServiceAccount(input: $input) {
      id
    }
  }
`;

export const RequestContract = graphql<
  unknown,
  Input<{
    organization: string;
    programme: string;
    team: string | null;
    validFrom: string;
    validUntil: string;
    swornBy: string;
    swornOn: string;
    reason: string;
  }>
>`
  mutation RequestContract($input: ContractOrder!) {
    requestContract(input: $input) {
      id
    }
  }
`;

export const RequestExtension = graphql<unknown, Input<{ contract: string; validUntil: string; reason: string }>>`
  mutation RequestExtension($input: ExtensionOrder!) {
    requestContractExtension(input: $input) {
      id
    }
  }
`;

export const ApproveAccessChange = graphql<{ approveAccessChange: string | null }, Input<{ change: string }>>`
  mutation ApproveAccessChange($input: DecisionOrder!) {
    approveAccessChange(input: $input)
  }
`;

export const RefuseAccessChange = graphql<unknown, Input<{ change: string }>>`
  mutation RefuseAccessChange($input: DecisionOrder!) {
    refuseAccessChange(input: $input) {
      id
      state
    }
  }
`;

export const SuspendSignIn = graphql<unknown, { staff: string }>`
  mutation SuspendSignIn($staff: ID!) {
    suspendSignIn(staff: $staff) {
      id
      suspendedAt
    }
  }
`;

export const EndContract = graphql<unknown, { contract: string }>`
  mutation EndContract($contract: ID!) {
    endContract(contract: $contract) {
      id
      counts
      endedAt
    }
  }
`;

export const RevokeService = graphql<unknown, { service: string }>`
  mutation RevokeService($service: ID!) {
    revokeServiceAccount(service: $service) {
      id
      revokedAt
    }
  }
`;
