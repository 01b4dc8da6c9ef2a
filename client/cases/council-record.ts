import { graphql } from '../graphql/graphql';
import { caseCodes, caseWords, wordOf } from '../words/case-words';
import { eraDate } from '../words/era-date';
import type { DepartmentRecord, Fact } from './department-section';

export interface CouncilData extends DepartmentRecord {
  readonly concern: string;
  readonly watchVisits: readonly { readonly id: string; readonly visitedOn: string; readonly condition: string | null }[];
  readonly loans: readonly { readonly id: string; readonly kind: string | null; readonly status: string | null }[];
}

export const CouncilRecord_case = graphql`
  fragment CouncilRecord_case on Case {
    id
    council {
      id
      openedOn
      note
      concern
      watchVisits {
        id
        visitedOn
        condition
      }
      loans {
        id
        kind
        status
      }
      withheld {
        field
        reason
      }
    }
  }
`;

/** 社協: watch visits, loans. */
export function councilFacts(record: CouncilData | null): Fact[] {
  if (!record) return [];
  return [
    [caseWords.facts.concern, record.concern],
    ...record.watchVisits
      .slice(0, 3)
      .map(({ visitedOn, condition }): Fact => [caseWords.facts.visit, `${eraDate(visitedOn)} ${condition ?? caseWords.hidden}`]),
    ...record.loans.map(
      ({ kind, status }): Fact => [
        caseWords.facts.loan,
        kind ? `${kind} ${status ? wordOf(caseCodes.loan, status) : ''}` : caseWords.hidden,
      ],
    ),
  ];
}
