import { useQuery } from '@apollo/client/react';
import { graphql } from '../graphql/graphql';
import type { Named } from './session-data';

const Organizations = graphql<{ organizations: readonly Named[] }>`
  query Organizations {
    organizations {
      id
      name
    }
  }
`;

/** Every organisation that a role or an action item may go to. Rarely changes: asked once. */
export function useOrganizations(): readonly Named[] {
  return useQuery(Organizations, { fetchPolicy: 'cache-first' }).data?.organizations ?? [];
}
