import { useQuery } from '@apollo/client/react';
import { graphql } from '../graphql/graphql';
import type { Named } from './session-data';

interface Colleague extends Named {
  readonly team: Named | null;
  readonly organization: Named | null;
}

const Colleagues = graphql<{ colleagues: readonly Colleague[] }>`
  query Colleagues {
    colleagues {
      id
      name
      team {
        id
        name
      }
      organization {
        id
        name
      }
    }
  }
`;

/** Whoever may be asked to a table, with whom they come for behind the name: of two who are called alike one must be sure. */
export function useColleagues(): readonly Named[] {
  const { data } = useQuery(Colleagues, { fetchPolicy: 'cache-first' });
  return (data?.colleagues ?? []).map(({ id, name, team, organization }) => {
    const agency = organization?.name ?? team?.name;
    return { id, name: agency ? `${name} ${agency}` : name };
  });
}
