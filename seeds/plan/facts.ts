import plan from './plan.json';

/** 山梨市重層的支援体制整備事業 実施計画 (令和8年3月改定): its figures and names, as printed. */
export const facts = plan;

/** Columns of the plan's indicator tables. */
export const planColumns = ['R6', 'R7', 'R8', 'R9', 'R10', 'R11', 'R12'] as const;
export type PlanColumn = (typeof planColumns)[number];

const eras = { H: 1988, R: 2018 } as const;

/** The fiscal year (calendar year of its April) of an era year: 'R6' is 2024, 'H26' is 2014. */
export function yearOfEra(label: string): number {
  const era = eras[label.charAt(0) as keyof typeof eras];
  const year = Number(label.slice(1));
  if (era === undefined || !Number.isInteger(year)) throw new Error(`${label} is no year of 平成 or 令和`);
  return era + year;
}

/** The form in which spellings of the plan are compared: NFKC (half-width and full-width are one), without spaces. */
export function plainSpelling(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, '');
}

/** The plan's own figure, or null where the plan has no data ("-", "—%"). `indicator` is the id, `i04-tsudoi-outreach`. */
export function planned(indicator: string, column: PlanColumn): number | null {
  const row = facts.indicators.find((candidate) => candidate.id === indicator);
  if (!row) throw new Error(`the plan has no indicator ${indicator}`);
  return row.values[column].value;
}
