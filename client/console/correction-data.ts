import { graphql } from '../graphql/graphql';
import { minutesWords } from '../words/minutes-words';
import type { Named } from './session-data';

/** What is put right in the record of a session that has ended. */
export interface CorrectionData {
  readonly id: string;
  readonly agendaItemId: string | null;
  readonly lineId: string | null;
  readonly was: string | null;
  readonly title: string;
  readonly reason: string;
  readonly masks: boolean;
  readonly madeAt: string;
  readonly madeBy: Named | null;
  readonly approvedBy: Named | null;
  readonly refusedBy: Named | null;
  /** Why somebody else did not let it through; then it never stands. */
  readonly refusal: string | null;
  readonly stands: boolean;
  readonly version: number;
}

export const Corrections_session = graphql`
  fragment Corrections_session on Session {
    id
    correctedByTwo
    corrections {
      id
      agendaItemId
      lineId
      was
      title
      reason
      masks
      madeAt
      madeBy {
        id
        name
      }
      approvedBy {
        id
        name
      }
      refusedBy {
        id
        name
      }
      refusal
      stands
      version
    }
  }
`;

/** A line as paper has it: with what was put right, and without the old words where they are masked. */
export function onPaper(corrections: readonly CorrectionData[], { id, title }: { readonly id: string; readonly title: string }): string {
  const own = corrections.filter(({ lineId, stands }) => lineId === id && stands);
  const last = own.at(-1);
  if (!last) return title;
  const old = own.some(({ masks }) => masks) ? minutesWords.masked : minutesWords.corrected.old(title);
  return `${old} ${minutesWords.corrected.new(last.title)}`;
}

interface Corrected {
  readonly id: string;
  readonly version: number;
}

interface CorrectInput {
  readonly session: string;
  readonly item?: string;
  readonly line?: string;
  readonly title: string;
  readonly reason: string;
  readonly masks?: boolean;
}

export const CorrectRecord = graphql<{ correctRecord: Corrected }, { input: CorrectInput }>`
  mutation CorrectRecord($input: CorrectOrder!) {
    correctRecord(input: $input) {
      id
      version
    }
  }
`;

export const ApproveCorrection = graphql<{ approveCorrection: Corrected }, { input: { correction: string; version: number } }>`
  mutation ApproveCorrection($input: ApproveCorrectionOrder!) {
    approveCorrection(input: $input) {
      id
      version
    }
  }
`;

export const RefuseCorrection = graphql<
  { refuseCorrection: Corrected },
  { input: { correction: string; reason: string; version: number } }
>`
  mutation RefuseCorrection($input: RefuseCorrectionOrder!) {
    refuseCorrection(input: $input) {
      id
      version
    }
  }
`;
