import { graphql } from '../graphql/graphql';

/** The changes by which a session comes to its end. Like the others they bring back the id and the new version only. */
interface Changed {
  readonly id: string;
  readonly version: number;
}

type Input<Fields> = { readonly input: Fields };

export const RecordDecision = graphql<{ recordDecision: Changed }, Input<{ item: string; title: string }>>`
  mutation RecordDecision($input: OutcomeOrder!) {
    recordDecision(input: $input) {
      id
      version
    }
  }
`;

export const RewordDecision = graphql<{ rewordDecision: Changed }, Input<{ decision: string; title: string; version: number }>>`
  mutation RewordDecision($input: RewordOrder!) {
    rewordDecision(input: $input) {
      id
      version
    }
  }
`;

export const ReadBackDecision = graphql<{ readBackDecision: Changed }, Input<{ decision: string; done: boolean; version: number }>>`
  mutation ReadBackDecision($input: ReadBackOrder!) {
    readBackDecision(input: $input) {
      id
      version
    }
  }
`;

export const HoldDecision = graphql<{ holdDecision: Changed }, Input<{ decision: string; held: boolean; version: number }>>`
  mutation HoldDecision($input: HoldDecisionOrder!) {
    holdDecision(input: $input) {
      id
      version
    }
  }
`;

export const DeferPoint = graphql<{ deferPoint: Changed }, Input<{ session: string; point: string; reason: string; owner: string }>>`
  mutation DeferPoint($input: DeferOrder!) {
    deferPoint(input: $input) {
      id
      version
    }
  }
`;

export const ResumePoint = graphql<{ resumePoint: Changed }, Input<{ deferral: string; version: number }>>`
  mutation ResumePoint($input: ResumeOrder!) {
    resumePoint(input: $input) {
      id
      version
    }
  }
`;

export const SettleCarriedOver = graphql<
  { settleCarriedOver: Changed },
  Input<{ session: string; deferral?: string; action?: string; version: number }>
>`
  mutation SettleCarriedOver($input: SettleOrder!) {
    settleCarriedOver(input: $input) {
      id
      version
    }
  }
`;

export const UnsettleCarriedOver = graphql<
  { unsettleCarriedOver: Changed },
  Input<{ session: string; deferral?: string; action?: string }>
>`
  mutation UnsettleCarriedOver($input: UnsettleOrder!) {
    unsettleCarriedOver(input: $input) {
      id
      version
    }
  }
`;

export const LeaveCarriedOver = graphql<{ leaveCarriedOver: Changed }, Input<{ session: string; action: string; version: number }>>`
  mutation LeaveCarriedOver($input: LeaveOrder!) {
    leaveCarriedOver(input: $input) {
      id
      version
    }
  }
`;
