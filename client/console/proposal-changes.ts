import { graphql } from '../graphql/graphql';

/** What is done to proposals. Like the other changes they bring back the id and the new version only. */
interface Changed {
  readonly id: string;
  readonly version: number;
}

type Input<Fields> = { readonly input: Fields };

export const Propose = graphql<{ propose: Changed }, Input<{ session: string; addressee: string; title: string; answerBy: string }>>`
  mutation Propose($input: ProposeOrder!) {
    propose(input: $input) {
      id
      version
    }
  }
`;

export const AnswerProposal = graphql<
  { answerProposal: Changed },
  Input<{ proposal: string; answer: string; answeredOn: string; version: number }>
>`
  mutation AnswerProposal($input: AnswerOrder!) {
    answerProposal(input: $input) {
      id
      version
    }
  }
`;

export const ReportProposal = graphql<{ reportProposal: Changed }, Input<{ session: string; proposal: string; version: number }>>`
  mutation ReportProposal($input: ReportOrder!) {
    reportProposal(input: $input) {
      id
      version
    }
  }
`;
