import { graphql } from '../graphql/graphql';

export type CardState = 'DRAFT' | 'ASKED' | 'SENT_BACK' | 'APPROVED' | 'RETURNED';

interface Person {
  readonly id: string;
  readonly name: string;
}

/** A card as a line of the list. */
export interface CardEntry {
  readonly id: string;
  readonly title: string;
  readonly ageBand: string;
  readonly state: CardState;
  readonly draftedBy: Person | null;
}

const CardEntry_card = graphql`
  fragment CardEntry_card on CaseCard {
    id
    title
    ageBand
    state
    draftedBy {
      id
      name
    }
  }
`;

type Groups = Readonly<Record<'asked' | 'sentBack' | 'drafts' | 'approved', readonly CardEntry[]>>;

export const CardsPageDocument = graphql<Groups>`
  query CardsPage {
    asked: cards(state: ASKED, limit: 50) {
      ...CardEntry_card
    }
    sentBack: cards(state: SENT_BACK, limit: 50) {
      ...CardEntry_card
    }
    drafts: cards(state: DRAFT, limit: 50) {
      ...CardEntry_card
    }
    approved: cards(state: APPROVED, limit: 50) {
      ...CardEntry_card
    }
  }
  ${CardEntry_card}
`;

/** What a card is drawn from, as far as this viewer sees it. */
export interface OriginalData {
  readonly id: string;
  readonly code: string;
  readonly topics: readonly string[];
  readonly summary: string | null;
  readonly person: {
    readonly id: string;
    readonly ageBand: string;
    readonly district: string;
    readonly identity: { readonly id: string; readonly name: string } | null;
    readonly contact: { readonly id: string; readonly address: string } | null;
  } | null;
  readonly household: {
    readonly id: string;
    readonly composition: string;
    readonly members: readonly {
      readonly id: string;
      readonly relationship: string;
      readonly person: {
        readonly id: string;
        readonly ageBand: string;
        readonly identity: { readonly id: string; readonly name: string } | null;
      } | null;
    }[];
  } | null;
  readonly consultations: readonly { readonly id: string; readonly receivedOn: string; readonly note: string | null }[];
}

export interface CardData extends CardEntry {
  readonly district: string | null;
  readonly districtShown: boolean;
  readonly household: string | null;
  readonly topics: readonly string[];
  readonly strengths: readonly string[];
  readonly wishes: readonly string[];
  readonly worries: readonly string[];
  readonly note: string | null;
  readonly risks: readonly string[] | null;
  readonly enough: boolean | null;
  readonly sentBackWords: string | null;
  readonly mayRevise: boolean;
  readonly mayWithdraw: boolean;
  readonly revisedBy: Person | null;
  readonly askedBy: Person | null;
  readonly approvedBy: Person | null;
  readonly version: number;
  readonly case: OriginalData | null;
}

const CardDesk_card = graphql`
  fragment CardDesk_card on CaseCard {
    ...CardEntry_card
    district
    districtShown
    household
    topics
    strengths
    wishes
    worries
    note
    risks
    enough
    sentBackWords
    mayRevise
    mayWithdraw
    revisedBy {
      id
      name
    }
    askedBy {
      id
      name
    }
    approvedBy {
      id
      name
    }
    version
  }
  ${CardEntry_card}
`;

export const CardPageDocument = graphql<{ card: CardData | null }, { id: string }>`
  query CardPage($id: ID!) {
    card(id: $id) {
      ...CardDesk_card
      case {
        id
        code
        topics
        summary
        person {
          id
          ageBand
          district
          identity {
            id
            name
          }
          contact {
            id
            address
          }
        }
        household {
          id
          composition
          members {
            id
            relationship
            person {
              id
              ageBand
              identity {
                id
                name
              }
            }
          }
        }
        consultations {
          id
          receivedOn
          note
        }
      }
    }
  }
  ${CardDesk_card}
`;

type Input<Fields> = { readonly input: Fields };
interface Numbered {
  readonly card: string;
  readonly version: number;
}

/** What the form of a card sends. */
export interface CardWords {
  readonly title: string;
  readonly ageBand: string;
  readonly districtShown: boolean;
  readonly householdTold: boolean;
  readonly topics: readonly string[];
  readonly strengths: readonly string[];
  readonly wishes: readonly string[];
  readonly worries: readonly string[];
  readonly note: string | null;
}

export const DraftCard = graphql<{ draftCard: { readonly id: string } }, Input<{ case: string }>>`
  mutation DraftCard($input: DraftCardOrder!) {
    draftCard(input: $input) {
      id
    }
  }
`;

export const ReviseCard = graphql<{ reviseCard: CardData }, Input<Numbered & { words: CardWords }>>`
  mutation ReviseCard($input: ReviseCardOrder!) {
    reviseCard(input: $input) {
      ...CardDesk_card
    }
  }
  ${CardDesk_card}
`;

export const AskCard = graphql<{ askCard: CardData }, Input<Numbered>>`
  mutation AskCard($input: CardOrder!) {
    askCard(input: $input) {
      ...CardDesk_card
    }
  }
  ${CardDesk_card}
`;

export const ApproveCard = graphql<{ approveCard: CardData }, Input<Numbered>>`
  mutation ApproveCard($input: CardOrder!) {
    approveCard(input: $input) {
      ...CardDesk_card
    }
  }
  ${CardDesk_card}
`;

export const SendBackCard = graphql<{ sendBackCard: CardData }, Input<Numbered & { words: string }>>`
  mutation SendBackCard($input: SendBackOrder!) {
    sendBackCard(input: $input) {
      ...CardDesk_card
    }
  }
  ${CardDesk_card}
`;

export const WithdrawCard = graphql<{ withdrawCard: CardData }, Input<Numbered>>`
  mutation WithdrawCard($input: CardOrder!) {
    withdrawCard(input: $input) {
      ...CardDesk_card
    }
  }
  ${CardDesk_card}
`;
