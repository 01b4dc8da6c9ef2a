import { graphql } from '../graphql/graphql';

/**
 * The changes that a facilitator or recorder makes. They bring back the id and the new version only: what stands on the board is written by
 * the board's frames alone, so that two answers can never race.
 */
interface Changed {
  readonly id: string;
  readonly version: number;
}

export const CreateSession = graphql<{ createSession: Changed }, { input: { kind: string; title: string; heldOn: string; place: string } }>`
  mutation CreateSession($input: ConveneOrder!) {
    createSession(input: $input) {
      id
      version
    }
  }
`;

export const OpenSession = graphql<{ openSession: Changed }, { input: { session: string; version: number } }>`
  mutation OpenSession($input: SessionOrder!) {
    openSession(input: $input) {
      id
      version
    }
  }
`;

export const CloseSession = graphql<{ closeSession: Changed }, { input: { session: string; version: number } }>`
  mutation CloseSession($input: SessionOrder!) {
    closeSession(input: $input) {
      id
      version
    }
  }
`;

export const MoveOn = graphql<{ moveOn: Changed }, { input: { session: string; step: number; version: number } }>`
  mutation MoveOn($input: StepOrder!) {
    moveOn(input: $input) {
      id
      version
    }
  }
`;

export const PutOnAgenda = graphql<{ putOnAgenda: Changed }, { input: { session: string; card?: string; issue?: string } }>`
  mutation PutOnAgenda($input: AgendaOrder!) {
    putOnAgenda(input: $input) {
      id
      version
    }
  }
`;

export const TakeOffAgenda = graphql<{ takeOffAgenda: Changed }, { input: { item: string; version: number } }>`
  mutation TakeOffAgenda($input: TakeOffOrder!) {
    takeOffAgenda(input: $input) {
      id
      version
    }
  }
`;

export const BringToFront = graphql<
  { bringToFront: Changed },
  { input: { session: string; item: string | null; leaving?: 'WAITING' | 'DONE'; version: number } }
>`
  mutation BringToFront($input: FrontOrder!) {
    bringToFront(input: $input) {
      id
      version
    }
  }
`;

export const AddRole = graphql<{ addRole: Changed }, { input: { item: string; title: string; organization: string | null } }>`
  mutation AddRole($input: RoleOrder!) {
    addRole(input: $input) {
      id
      version
    }
  }
`;

export const AssignRole = graphql<{ assignRole: Changed }, { input: { role: string; organization: string | null; version: number } }>`
  mutation AssignRole($input: AssignOrder!) {
    assignRole(input: $input) {
      id
      version
    }
  }
`;

export const AddActionItem = graphql<
  { addActionItem: Changed },
  { input: { item: string; title: string; organization: string | null; dueOn: string | null } }
>`
  mutation AddActionItem($input: ActionOrder!) {
    addActionItem(input: $input) {
      id
      version
    }
  }
`;

export const ReviseActionItem = graphql<
  { reviseActionItem: Changed },
  { input: { action: string; title: string; organization: string | null; dueOn: string | null; version: number } }
>`
  mutation ReviseActionItem($input: ReviseOrder!) {
    reviseActionItem(input: $input) {
      id
      version
    }
  }
`;

export const FinishActionItem = graphql<{ finishActionItem: Changed }, { input: { action: string; done: boolean; version: number } }>`
  mutation FinishActionItem($input: FinishOrder!) {
    finishActionItem(input: $input) {
      id
      version
    }
  }
`;

export const PairDisplay = graphql<{ pairDisplay: { readonly id: string } }, { input: { session: string; code: string } }>`
  mutation PairDisplay($input: PairOrder!) {
    pairDisplay(input: $input) {
      id
    }
  }
`;

export const RevokeDisplay = graphql<{ revokeDisplay: { readonly id: string } }, { input: { display: string } }>`
  mutation RevokeDisplay($input: RevokeOrder!) {
    revokeDisplay(input: $input) {
      id
    }
  }
`;
