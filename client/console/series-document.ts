import { graphql } from '../graphql/graphql';
import type { RhythmParts } from '../words/series-words';

/** When a kind of conference meets, and the days that are offered next. */
export interface SeriesData extends RhythmParts {
  readonly id: string;
  readonly kind: string;
  readonly kindName: string;
  readonly place: string;
  readonly nextDays: readonly string[];
  readonly version: number;
}

export const SeriesList = graphql<{ series: readonly SeriesData[] }>`
  query SeriesList {
    series {
      id
      kind
      kindName
      weeks
      weekday
      months
      startsAt
      endsAt
      place
      nextDays
      version
    }
  }
`;

interface SeriesInput extends RhythmParts {
  readonly kind: string;
  readonly place: string;
  readonly version?: number;
}

export const SetSeries = graphql<{ setSeries: { id: string; version: number } }, { input: SeriesInput }>`
  mutation SetSeries($input: SeriesOrder!) {
    setSeries(input: $input) {
      id
      version
    }
  }
`;
