import type { TableName } from '#seeds/tables';

/** Recognises every planted marker. Whatever leaves the house towards a display or an analyst must not match. */
export const canary = /KOTEI-PII-\d{4,}/;

/** Columns that tell who somebody is, where they are or what was said in confidence. In every city each of them holds markers, and no other does. */
export const markedColumns: Readonly<Partial<Record<TableName, readonly string[]>>> = {
  'core.person_identity': ['name', 'name_kana'],
  'core.person_contact': ['address', 'phone'],
  'core.support_case': ['summary'],
  'core.consultation': ['note'],
  'core.consent': ['condition', 'withdrawal_reason'],
  'core.protection': ['registered_by'],
  'core.support_plan': ['long_goal', 'short_goal'],
  'core.outreach': ['heard_at'],
  'core.walk_in': ['place'],
  'core.service': ['name', 'description'],
  'core.location': ['address'],
  'core.case_card': ['note'],
  'core.agenda_item': ['note'],
  'core.action_item': ['title'],
  'elderly_care.case_record': ['note'],
  'elderly_care.center_consultation': ['note'],
  'disability.case_record': ['note'],
  'disability.core_consultation': ['note'],
  'livelihood.case_record': ['note'],
  'livelihood.self_reliance_consultation': ['note'],
  'children.case_record': ['note'],
  'children.individual_plan': ['goal'],
  'children.pregnancy_consultation': ['note'],
  'council.case_record': ['note'],
  'council.watch_visit': ['note'],
};

/** Markers of one part of the city. The town itself uses the numbers below 1000; quarter n the 3,000 from 1000 + 3000 n on. */
const TOWN_MARKERS = 1000;
const QUARTER_MARKERS = 3000;

/** Plants markers: each number once in the whole city, the same ones each time. */
export class Planter {
  private next: number;
  private readonly end: number;
  private readonly seen = new Map<string, number>();

  /** `quarter` is its number, or 'town' for what belongs to no quarter. */
  constructor(quarter: number | 'town') {
    this.next = quarter === 'town' ? 1 : TOWN_MARKERS + quarter * QUARTER_MARKERS;
    this.end = quarter === 'town' ? TOWN_MARKERS : this.next + QUARTER_MARKERS;
  }

  /** A marker never given before. */
  marker(): string {
    if (this.next >= this.end) throw new Error('out of markers');
    return `KOTEI-PII-${String(this.next++).padStart(4, '0')}`;
  }

  /** The text, with a marker in the first and every tenth after it of its column: so that every column of its kind holds some. */
  plant(column: string, text: string): string {
    const count = this.seen.get(column) ?? 0;
    this.seen.set(column, count + 1);
    return count % 10 === 0 ? `${text} ${this.marker()}` : text;
  }
}
