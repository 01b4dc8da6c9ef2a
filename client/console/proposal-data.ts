/** A proposal and what became of it. */
export interface ProposalData {
  readonly id: string;
  readonly addressee: string;
  readonly title: string;
  readonly answerBy: string;
  readonly state: 'PROPOSED' | 'ANSWERED' | 'REPORTED';
  readonly answer: string | null;
  readonly answeredOn: string | null;
  readonly version: number;
}
