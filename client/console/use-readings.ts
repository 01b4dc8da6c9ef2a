import { useQuery } from '@apollo/client/react';
import { useMemo } from 'react';
import { graphql } from '../graphql/graphql';

const Readings = graphql<{ readings: readonly { id: string; furigana: string }[] }>`
  query Readings {
    readings {
      id
      furigana
    }
  }
`;

/** How terms, places and offices are read; asked for once, when furigana are first wanted. */
export function useReadings(wanted: boolean): readonly string[] | undefined {
  const { data } = useQuery(Readings, { fetchPolicy: 'cache-first', skip: !wanted });
  return useMemo(() => data?.readings.map(({ furigana }) => furigana), [data]);
}
