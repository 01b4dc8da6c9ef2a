import { graphql } from '../graphql/graphql';
import { glassWords } from '../words/protection-words';

/** A case opened in an emergency, as whoever was told of it sees it. */
export interface GlassData {
  readonly id: string;
  readonly caseCode: string;
  readonly category: keyof typeof glassWords.categories;
  readonly reason: string;
  readonly openedAt: string;
  readonly until: string;
  readonly ended: boolean;
  readonly mine: boolean;
  readonly reviewBy: string;
  readonly overdue: boolean;
  readonly outcome: keyof typeof glassWords.review.outcomes | null;
  readonly version: number;
  readonly staff: { readonly id: string; readonly name: string } | null;
}

export const GlassRow_glass = graphql`
  fragment GlassRow_glass on BrokenGlass {
    id
    caseCode
    category
    reason
    openedAt
    until
    ended
    mine
    reviewBy
    overdue
    outcome
    version
    staff {
      id
      name
    }
  }
`;

export interface OwnGlass {
  readonly id: string;
  readonly caseCode: string;
  readonly until: string;
  readonly case: { readonly id: string } | null;
}

export const OwnGlasses = graphql<{ ownGlasses: readonly OwnGlass[] }>`
  query OwnGlasses {
    ownGlasses {
      id
      caseCode
      until
      case {
        id
      }
    }
  }
`;

export const BreakGlass = graphql<
  { breakGlass: string },
  { readonly input: { case?: string; code?: string; category: string; reason: string } }
>`
  mutation BreakGlass($input: GlassOrder!) {
    breakGlass(input: $input)
  }
`;

export const CloseGlass = graphql<{ closeGlass: string }, { readonly glass: string }>`
  mutation CloseGlass($glass: ID!) {
    closeGlass(glass: $glass)
  }
`;

export const ReviewGlass = graphql<
  { reviewGlass: { id: string } | null },
  { readonly input: { glass: string; version: number; outcome: string; note: string } }
>`
  mutation ReviewGlass($input: GlassReviewOrder!) {
    reviewGlass(input: $input) {
      id
    }
  }
`;
