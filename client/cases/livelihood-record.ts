import { graphql } from '../graphql/graphql';
import { caseCodes, caseWords, wordOf } from '../words/case-words';
import { eraDate } from '../words/era-date';
import type { DepartmentRecord, Fact } from './department-section';

export interface LivelihoodData extends DepartmentRecord {
  readonly incomeBand: string | null;
  readonly debts: readonly { readonly id: string; readonly kind: string | null; readonly amountBand: string | null }[];
  readonly housings: readonly { readonly id: string; readonly status: string | null; readonly since: string }[];
}

export const LivelihoodRecord_case = graphql`
  fragment LivelihoodRecord_case on Case {
    id
    livelihood {
      id
      openedOn
      note
      incomeBand
      debts {
        id
        kind
        amountBand
      }
      housings {
        id
        status
        since
      }
      withheld {
        field
        reason
      }
    }
  }
`;

/** 困窮: income band, debts, housing as it is now. */
export function livelihoodFacts(record: LivelihoodData | null): Fact[] {
  if (!record) return [];
  return [
    [caseWords.facts.incomeBand, record.incomeBand],
    ...record.debts.map(({ kind, amountBand }): Fact => [caseWords.facts.debt, kind ? `${kind} ${amountBand ?? ''}` : caseWords.hidden]),
    ...record.housings
      .slice(0, 1)
      .map(
        ({ status, since }): Fact => [
          caseWords.facts.housing,
          `${status ? wordOf(caseCodes.housing, status) : caseWords.hidden} ${eraDate(since)}`,
        ],
      ),
  ];
}
