/** An indicator of the plan with its seven cells. */
export interface IndicatorData {
  readonly id: string;
  readonly number: number;
  readonly name: string;
  readonly unit: string | null;
  readonly nature: 'REFERENCE' | 'TARGET';
  readonly organizationName: string;
  readonly definition: string;
  readonly readingNote: string | null;
  readonly programme: { readonly id: string; readonly number: string; readonly name: string } | null;
  readonly cells: readonly CellData[];
}

export interface CellData {
  readonly id: string;
  readonly fiscalYear: number;
  readonly kind: 'ACTUAL' | 'EXPECTED' | 'FORECAST' | 'TARGET';
  readonly raw: string;
  readonly value: number | null;
}
