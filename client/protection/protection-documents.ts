import { graphql } from '../graphql/graphql';

/** A protection as its holders see it. */
export interface ProtectionData {
  readonly id: string;
  readonly kind: string;
  readonly registeredBy: string;
  readonly validFrom: string;
  readonly renewBy: string;
  readonly alert: 'SOON' | 'OVERDUE' | null;
  readonly endingReason: string | null;
  readonly version: number;
  readonly holderTeams: readonly { readonly id: string; readonly name: string }[];
  readonly registrar: { readonly id: string; readonly name: string } | null;
  readonly endingAsker: { readonly id: string; readonly name: string } | null;
  readonly otherParty: { readonly id: string } | null;
}

export const ProtectionPanel_protection = graphql`
  fragment ProtectionPanel_protection on Protection {
    id
    kind
    registeredBy
    validFrom
    renewBy
    alert
    endingReason
    version
    holderTeams {
      id
      name
    }
    registrar {
      id
      name
    }
    endingAsker {
      id
      name
    }
    otherParty {
      id
    }
  }
`;

type Order<Input> = { readonly input: Input };
interface Which {
  readonly protection: string;
  readonly version: number;
}

export const ProtectionTeams = graphql<{ teams: readonly { readonly id: string; readonly name: string }[] }>`
  query ProtectionTeams {
    teams {
      id
      name
    }
  }
`;

export const RegisterProtection = graphql<
  { registerProtection: { id: string } | null },
  Order<{
    person: string;
    kind: string;
    registeredBy: string;
    holders: readonly string[];
    renewBy: string;
    otherParty: string | null;
    otherPartyServed: boolean;
  }>
>`
  mutation RegisterProtection($input: ProtectionOrder!) {
    registerProtection(input: $input) {
      id
    }
  }
`;

export const ChangeProtectionHolders = graphql<
  { changeProtectionHolders: { id: string } | null },
  Order<Which & { holders: readonly string[]; otherPartyServed: boolean }>
>`
  mutation ChangeProtectionHolders($input: HoldersOrder!) {
    changeProtectionHolders(input: $input) {
      id
    }
  }
`;

export const RenewProtection = graphql<{ renewProtection: { id: string } | null }, Order<Which & { renewBy: string }>>`
  mutation RenewProtection($input: RenewalOrder!) {
    renewProtection(input: $input) {
      id
    }
  }
`;

export const AskProtectionEnd = graphql<{ askProtectionEnd: { id: string } | null }, Order<Which & { reason: string }>>`
  mutation AskProtectionEnd($input: EndingOrder!) {
    askProtectionEnd(input: $input) {
      id
    }
  }
`;

export const KeepProtection = graphql<{ keepProtection: { id: string } | null }, Order<Which>>`
  mutation KeepProtection($input: EndOrder!) {
    keepProtection(input: $input) {
      id
    }
  }
`;

export const EndProtection = graphql<{ endProtection: { id: string } | null }, Order<Which>>`
  mutation EndProtection($input: EndOrder!) {
    endProtection(input: $input) {
      id
    }
  }
`;
