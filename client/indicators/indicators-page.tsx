import { useQuery } from '@apollo/client/react';
import { graphql } from '../graphql/graphql';
import { problemOf } from '../graphql/problem';
import { ProblemNote } from '../ui/problem-note';
import { Skeleton } from '../ui/skeleton';
import { indicatorWords as words } from '../words/indicator-words';
import type { IndicatorData } from './indicator-data';
import { IndicatorNotes } from './indicator-notes';
import { IndicatorTable } from './indicator-table';
import './indicators.css';

const IndicatorsPageDocument = graphql<{ indicators: readonly IndicatorData[] }>`
  query IndicatorsPage {
    indicators {
      id
      number
      name
      unit
      nature
      organizationName
      definition
      readingNote
      programme {
        id
        number
        name
      }
      cells {
        id
        fiscalYear
        kind
        raw
        value
      }
    }
  }
`;

/** The plan's 18 indicators as the plan prints them, with what one must know to read them. */
export function IndicatorsPage() {
  const { data, error, refetch } = useQuery(IndicatorsPageDocument);
  return (
    <>
      <title>{`${words.title}｜まるごとハブ`}</title>
      <h1>{words.title}</h1>
      <p>{words.lead}</p>
      <p>{words.natureMeans}</p>
      {error && !data ? <ProblemNote problem={problemOf(error)} again={() => void refetch()} /> : null}
      {!data && !error ? <Skeleton lines={10} /> : null}
      {data ? (
        <>
          <IndicatorTable indicators={data.indicators} />
          <IndicatorNotes indicators={data.indicators} />
        </>
      ) : null}
    </>
  );
}
