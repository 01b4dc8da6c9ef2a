import type { Question } from './questions';

/** A figure that the product promises. `least` or `most` is promised, both say exactly; what is worse than `minimum` fails the bench. */
export interface Target {
  readonly least?: number;
  readonly most?: number;
  readonly minimum?: number;
}

/** Throughput with walls, sign-in and audit, divided by that of a server which has none of them. Where nothing is promised the figure is reported. */
export const throughput: Readonly<Record<Question['name'], Readonly<Record<string, Target>>>> = {
  Board: { limit: { least: 0.45 }, postgraphile: { least: 1.5, minimum: 1 } },
  List: { limit: { least: 0.5 }, postgraphile: { least: 1.4 } },
  Point: { limit: { least: 0.33 }, postgraphile: { least: 1.1 } },
  Departments: {},
};

/** The one hand-written statement behind the walls, without and with the read audit, divided by itself in front of them. */
export const wallsCost: Readonly<Partial<Record<Question['name'], Readonly<Record<'walls' | 'audited', Target>>>>> = {
  Board: { walls: { least: 0.65 }, audited: { least: 0.6 } },
  Point: { walls: { least: 0.5 }, audited: { least: 0.45 } },
};

/** Commit to last receipt, divided by a raw broadcast of the same bytes, by number of seats. */
export const fanOut: Readonly<Record<number, Target>> = { 1000: { most: 1.5, minimum: 3 } };

/** Milliseconds from commit to the last receipt, p99, by number of seats: one event after the other, with policy and audit. */
export const receipt: Readonly<Record<number, Target>> = { 50: { most: 100 }, 1000: { most: 250 } };

/** Twelve displays in a real browser, with server and database on the same two processors: reported beside the promise, never a fault. Milliseconds; seconds where it says so. */
export const screens = {
  paint95: { most: 200 },
  paintMost: { most: 500 },
  missed: { most: 0 },
  noticed: { most: 4_000 },
  caughtUp: { most: 2_000 },
  dark: { most: 1_000 },
  storm: { most: 5 },
  lcp: { most: 1_500 },
  cls: { most: 0.01 },
} as const;

/** Seconds to the first answer. */
export const start = { bare: { most: 15 }, warm: { most: 3 }, postgres: { most: 2 } } as const;

/** Kilobytes of script and style, compressed, by page. */
export const bundles: Readonly<Record<string, Target>> = {
  'display.html': { most: 150 },
  'index.html': { most: 350 },
  'playground.html': { most: 1800 },
};

/** What became of a promise. */
export type Verdict = 'met' | 'not met' | 'FAILED' | 'reported';

export function verdictOf(value: number, { least, most, minimum }: Target): Verdict {
  if (least !== undefined && most !== undefined) return value >= least && value <= most ? 'met' : 'FAILED';
  if (least !== undefined) return value >= least ? 'met' : minimum !== undefined && value < minimum ? 'FAILED' : 'not met';
  if (most !== undefined) return value <= most ? 'met' : minimum !== undefined && value > minimum ? 'FAILED' : 'not met';
  return 'reported';
}

export function targetText({ least, most, minimum }: Target): string {
  if (least === undefined && most === undefined) return '-';
  if (least === most) return `= ${most}`;
  const promised = least === undefined ? `<= ${most}` : `>= ${least}`;
  return minimum === undefined ? promised : `${promised} (minimum ${minimum})`;
}
