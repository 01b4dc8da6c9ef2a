import { graphql } from '../graphql/graphql';

/** What the desk reads of the map of a matter: apart from the panel that shows it, which comes a moment later. */
export const Links_item = graphql`
  fragment Links_item on AgendaItem {
    id
    links {
      id
      organization {
        id
        name
      }
      title
      kind
      held
      version
    }
  }
`;
