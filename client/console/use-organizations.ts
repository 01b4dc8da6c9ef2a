import { useQuery } from '@apollo/client/react';
import { graphql } from '../graphql/graphql';
import type { Named } from './session-data';

interface Assignable extends Named {
  /** Whether somebody can open its inbox. */
  readonly hasDesk: boolean;
}

const Organizations = graphql<{ organizations: readonly Assignable[] }>`
  query Organizations {
    organizations {
      id
      name
      hasDesk
    }
  }
`;

/** Every organisation that a role or an action item may go to. Rarely changes: asked once. */
export function useOrganizations(): readonly Assignable[] {
  return useQuery(Organizations, { fetchPolicy: 'cache-first' }).data?.organizations ?? [];
}
