import { graphql } from '../graphql/graphql';
import { caseWords } from '../words/case-words';
import { eraDate } from '../words/era-date';
import type { DepartmentRecord, Fact } from './department-section';

export interface ChildrenData extends DepartmentRecord {
  readonly childrenCount: number;
  readonly families: readonly {
    readonly id: string;
    readonly theme: string | null;
    readonly plans: readonly { readonly id: string; readonly goal: string | null }[];
  }[];
  readonly pregnancyConsultations: readonly { readonly id: string; readonly consultedOn: string; readonly stage: string | null }[];
}

export const ChildrenRecord_case = graphql`
  fragment ChildrenRecord_case on Case {
    id
    children {
      id
      openedOn
      note
      childrenCount
      families {
        id
        theme
        plans {
          id
          goal
        }
      }
      pregnancyConsultations {
        id
        consultedOn
        stage
      }
      withheld {
        field
        reason
      }
    }
  }
`;

/** 子ども: families of the こども家庭センター with their plans, consultations of pregnancy. */
export function childrenFacts(record: ChildrenData | null): Fact[] {
  if (!record) return [];
  return [
    [caseWords.facts.childrenCount, caseWords.people(record.childrenCount)],
    ...record.families.map(({ theme }): Fact => [caseWords.facts.family, theme ?? caseWords.hidden]),
    ...record.families.flatMap(({ plans }) => plans).map(({ goal }): Fact => [caseWords.facts.individualPlan, goal ?? caseWords.hidden]),
    ...record.pregnancyConsultations.map(
      ({ consultedOn, stage }): Fact => [caseWords.facts.pregnancy, `${eraDate(consultedOn)} ${stage ?? caseWords.hidden}`],
    ),
  ];
}
