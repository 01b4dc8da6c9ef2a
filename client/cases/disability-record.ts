import { graphql } from '../graphql/graphql';
import { caseCodes, caseWords, wordOf } from '../words/case-words';
import { eraDate } from '../words/era-date';
import type { DepartmentRecord, Fact } from './department-section';

export interface DisabilityData extends DepartmentRecord {
  readonly mainDisability: string | null;
  readonly handbooks: readonly { readonly id: string; readonly kind: string | null; readonly grade: string | null }[];
  readonly consultations: readonly { readonly id: string; readonly consultedOn: string; readonly theme: string }[];
}

export const DisabilityRecord_case = graphql`
  fragment DisabilityRecord_case on Case {
    id
    disability {
      id
      openedOn
      note
      mainDisability
      handbooks {
        id
        kind
        grade
      }
      consultations {
        id
        consultedOn
        theme
      }
      withheld {
        field
        reason
      }
    }
  }
`;

/** 障害: handbooks (手帳) and the newest consultations. */
export function disabilityFacts(record: DisabilityData | null): Fact[] {
  if (!record) return [];
  return [
    [caseWords.facts.mainDisability, record.mainDisability],
    ...record.handbooks.map(
      ({ kind, grade }): Fact => [caseWords.facts.handbook, kind ? `${wordOf(caseCodes.handbook, kind)} ${grade ?? ''}` : caseWords.hidden],
    ),
    ...record.consultations
      .slice(0, 3)
      .map(({ consultedOn, theme }): Fact => [caseWords.facts.consultations, `${eraDate(consultedOn)} ${theme}`]),
  ];
}
