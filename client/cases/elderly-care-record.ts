import { graphql } from '../graphql/graphql';
import { caseWords } from '../words/case-words';
import { eraDate } from '../words/era-date';
import type { DepartmentRecord, Fact } from './department-section';

export interface ElderlyCareData extends DepartmentRecord {
  readonly careLevel: string | null;
  readonly certifications: readonly { readonly id: string; readonly level: string | null; readonly validUntil: string }[];
  readonly consultations: readonly { readonly id: string; readonly consultedOn: string; readonly theme: string }[];
}

export const ElderlyCareRecord_case = graphql`
  fragment ElderlyCareRecord_case on Case {
    id
    elderlyCare {
      id
      openedOn
      note
      careLevel
      certifications {
        id
        level
        validUntil
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

/** 介護: the care level, the certification that holds, the newest consultations. */
export function elderlyCareFacts(record: ElderlyCareData | null): Fact[] {
  if (!record) return [];
  return [
    [caseWords.facts.careLevel, record.careLevel],
    ...record.certifications
      .slice(0, 1)
      .map(
        ({ level, validUntil }): Fact => [
          caseWords.facts.certifications,
          `${level ?? caseWords.hidden} ${caseWords.until(eraDate(validUntil))}`,
        ],
      ),
    ...record.consultations
      .slice(0, 3)
      .map(({ consultedOn, theme }): Fact => [caseWords.facts.consultations, `${eraDate(consultedOn)} ${theme}`]),
  ];
}
