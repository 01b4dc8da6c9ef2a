import { graphql } from '../graphql/graphql';

/**
 * The changes that a facilitator or recorder makes. They bring back the id and the new version only: what stands on the board is written by
 * the board's frames alone, so that two answers can never race.
 */
interface Changed {
  readonly id: string;
  readonly version: number;
}

export const CreateSession = graphql<
  { createSession: Changed },
  { input: { kind: string; title: string; heldOn: string; startsAt?: string; endsAt?: string; place: string; after?: string } }
>`
  mutation CreateSession($input: ConveneOrder!) {
    createSession(input: $input) {
      id
      version
    }
  }
`;

export const MoveSession = graphql<
  { moveSession: Changed },
  {
    input: {
      session: string;
      title: string;
      heldOn: string;
      startsAt: string | null;
      endsAt: string | null;
      place: string;
      version: number;
    };
  }
>`
  mutation MoveSession($input: MoveOrder!) {
    moveSession(input: $input) {
      id
      version
    }
  }
`;

export const CancelSession = graphql<{ cancelSession: Changed }, { input: { session: string; reason: string; version: number } }>`
  mutation CancelSession($input: CancelOrder!) {
    cancelSession(input: $input) {
      id
      version
    }
  }
`;

export const UncancelSession = graphql<{ uncancelSession: Changed }, { input: { session: string; version: number } }>`
  mutation UncancelSession($input: SessionOrder!) {
    uncancelSession(input: $input) {
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

/** The words of a report or a fiction. */
export interface TellingInput {
  readonly title: string;
  readonly words: string;
}

/** One of them. */
interface PutInput {
  readonly session: string;
  readonly card?: string;
  readonly issue?: string;
  readonly case?: string;
  readonly report?: TellingInput;
  readonly fiction?: TellingInput;
  readonly request?: string;
  readonly reasonCode?: string | null;
  readonly reason?: string | null;
}

export const PutOnAgenda = graphql<{ putOnAgenda: Changed }, { input: PutInput }>`
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

type Input<Fields> = { readonly input: Fields };

export const ConveneSupport = graphql<
  { conveneSupport: string },
  Input<{ title: string; heldOn: string; startsAt?: string; endsAt?: string; place: string; members: readonly string[] }>
>`
  mutation ConveneSupport($input: SupportOrder!) {
    conveneSupport(input: $input)
  }
`;

export const AcknowledgeSecrecy = graphql<{ acknowledgeSecrecy: string }, Input<{ session: string }>>`
  mutation AcknowledgeSecrecy($input: SecrecyOrder!) {
    acknowledgeSecrecy(input: $input)
  }
`;

export const InviteMember = graphql<{ inviteMember: Changed }, Input<{ session: string; staff: string }>>`
  mutation InviteMember($input: InviteOrder!) {
    inviteMember(input: $input) {
      id
      version
    }
  }
`;

export const DismissMember = graphql<{ dismissMember: Changed }, Input<{ member: string }>>`
  mutation DismissMember($input: DismissOrder!) {
    dismissMember(input: $input) {
      id
      version
    }
  }
`;

export const MarkAttendance = graphql<{ markAttendance: Changed }, Input<{ member: string; attends: string }>>`
  mutation MarkAttendance($input: AttendanceOrder!) {
    markAttendance(input: $input) {
      id
      version
    }
  }
`;

export const LeaveTable = graphql<{ leaveTable: Changed }, Input<{ item: string; member: string; away: boolean }>>`
  mutation LeaveTable($input: TableOrder!) {
    leaveTable(input: $input) {
      id
      version
    }
  }
`;

export const NoteTie = graphql<{ noteTie: Changed }, Input<{ item: string; member: string; kind: string }>>`
  mutation NoteTie($input: TieOrder!) {
    noteTie(input: $input) {
      id
      version
    }
  }
`;
