import type { BoardLink } from '../display/board-document';
import { graphql } from '../graphql/graphql';

/** What is drawn on the map of a matter. Like all changes they bring back the id and the new version only. */
interface Changed {
  readonly id: string;
  readonly version: number;
}

interface NewLink {
  readonly item: string;
  readonly organization?: string;
  readonly title?: string;
  readonly kind: BoardLink['kind'];
}

export const AddLink = graphql<{ addLink: Changed }, { input: NewLink }>`
  mutation AddLink($input: LinkOrder!) {
    addLink(input: $input) {
      id
      version
    }
  }
`;

export const ChangeLink = graphql<{ changeLink: Changed }, { input: { link: string; kind: BoardLink['kind']; version: number } }>`
  mutation ChangeLink($input: ChangeLinkOrder!) {
    changeLink(input: $input) {
      id
      version
    }
  }
`;

export const TakeLink = graphql<{ takeLink: Changed }, { input: { link: string; taken: boolean; version: number } }>`
  mutation TakeLink($input: TakeLinkOrder!) {
    takeLink(input: $input) {
      id
      version
    }
  }
`;

export const HoldLink = graphql<{ holdLink: Changed }, { input: { link: string; held: boolean; version: number } }>`
  mutation HoldLink($input: HoldLinkOrder!) {
    holdLink(input: $input) {
      id
      version
    }
  }
`;
