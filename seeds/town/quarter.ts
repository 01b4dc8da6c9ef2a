import type { Row, TableName } from '#seeds/tables';
import type { TownCalendar } from './calendar';
import { Planter } from './canaries';
import { type Dice, diceFor } from './dice';
import { idFor } from './identifier';
import type { Consultation, Household, Person, SupportCase } from './model';
import type { Session } from './sessions';

/** What all quarters of a city share. */
export interface TownFrame {
  readonly seed: number;
  readonly calendar: TownCalendar;
  readonly sessions: readonly Session[];
  /** Plants the markers of what belongs to no quarter. */
  readonly planter: Planter;
}

/**
 * A quarter of the city: about 1,500 households with everything that is known of them. A city of scale n is n quarters; only the first
 * holds those written by hand. Quarters know nothing of each other, so one at a time is enough in memory.
 */
export class Quarter {
  readonly households: Household[] = [];
  readonly people: Person[] = [];
  readonly cases: SupportCase[] = [];
  readonly consultations: Consultation[] = [];
  /** Cases of those written by hand, by their key. */
  readonly scenes = new Map<string, SupportCase>();
  /** What was brought to which session: pairs. */
  readonly brought: { readonly session: Session; readonly case: SupportCase }[] = [];
  private readonly rowsByTable = new Map<TableName, Row[]>();
  private readonly planter: Planter;

  constructor(
    readonly frame: TownFrame,
    readonly number: number,
  ) {
    this.planter = new Planter(number);
  }

  /** Whether the case was written by hand. */
  isScene(supportCase: SupportCase): boolean {
    return supportCase.person.fixture;
  }

  get calendar(): TownCalendar {
    return this.frame.calendar;
  }

  dice(...name: readonly (string | number)[]): Dice {
    return diceFor(this.frame.seed, 'quarter', this.number, ...name);
  }

  /** An id within this quarter. */
  id(...name: readonly (string | number)[]): string {
    return idFor('quarter', this.number, ...name);
  }

  add(table: TableName, row: Row): void {
    const rows = this.rowsByTable.get(table);
    if (rows) rows.push(row);
    else this.rowsByTable.set(table, [row]);
  }

  rows(table: TableName): readonly Row[] {
    return this.rowsByTable.get(table) ?? [];
  }

  marker(): string {
    return this.planter.marker();
  }

  /** A free text of the given column ('core.consultation.note'): every tenth carries a marker. */
  note(column: string, text: string): string {
    return this.planter.plant(column, text);
  }
}
