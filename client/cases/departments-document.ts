import { graphql } from '../graphql/graphql';
import { type ChildrenData, ChildrenRecord_case } from './children-record';
import { type CouncilData, CouncilRecord_case } from './council-record';
import { type DisabilityData, DisabilityRecord_case } from './disability-record';
import { type ElderlyCareData, ElderlyCareRecord_case } from './elderly-care-record';
import { type LivelihoodData, LivelihoodRecord_case } from './livelihood-record';

/** What the departments know of a case; null where one is not involved, not open to the viewer, or does not answer. */
export interface DepartmentsData {
  readonly elderlyCare: ElderlyCareData | null;
  readonly disability: DisabilityData | null;
  readonly livelihood: LivelihoodData | null;
  readonly children: ChildrenData | null;
  readonly council: CouncilData | null;
}

export const DepartmentsSection_case = graphql`
  fragment DepartmentsSection_case on Case {
    id
    ...ElderlyCareRecord_case
    ...DisabilityRecord_case
    ...LivelihoodRecord_case
    ...ChildrenRecord_case
    ...CouncilRecord_case
  }
  ${ElderlyCareRecord_case}
  ${DisabilityRecord_case}
  ${LivelihoodRecord_case}
  ${ChildrenRecord_case}
  ${CouncilRecord_case}
`;
