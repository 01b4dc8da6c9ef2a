import { graphql } from '../graphql/graphql';

type Input<Fields> = { readonly input: Fields };
type Version = { readonly disclosure: string; readonly version: number };

export const ReviewReads = graphql<unknown, Input<{ staff: string; day: string; note: string | null }>>`
  mutation ReviewReads($input: ReadReviewOrder!) {
    reviewReads(input: $input) {
      id
    }
  }
`;

export const AskDisclosure = graphql<{ askDisclosure: string }, Input<{ case: string; requester: string; receivedOn: string }>>`
  mutation AskDisclosure($input: AskDisclosureOrder!) {
    askDisclosure(input: $input)
  }
`;

export const DraftDisclosure = graphql<unknown, Input<Version>>`
  mutation DraftDisclosure($input: DraftOrder!) {
    draftDisclosure(input: $input) {
      id
    }
  }
`;

export const DecideDisclosureRow = graphql<unknown, Input<{ row: string; decision: string; reason: string; version: number }>>`
  mutation DecideDisclosureRow($input: DecideRowOrder!) {
    decideDisclosureRow(input: $input) {
      id
    }
  }
`;

export const FinishDisclosure = graphql<unknown, Input<Version>>`
  mutation FinishDisclosure($input: DraftOrder!) {
    finishDisclosure(input: $input) {
      id
    }
  }
`;

export const TraceExposure = graphql<
  unknown,
  Input<{ kind: string; target: string; since: string | null; until: string | null; reason: string }>
>`
  mutation TraceExposure($input: TraceOrder!) {
    traceExposure(input: $input) {
      id
    }
  }
`;
