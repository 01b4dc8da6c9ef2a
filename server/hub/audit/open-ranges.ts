/**
 * Keys of one table that are not sealed and may still be written. `to` null: no end. A key may be given out long before its row is committed, or
 * never come (a change that was rolled back): what is missing between sealed keys stays open until nobody can be on the way with it any more.
 */
export interface OpenRange {
  readonly from: number;
  readonly to: number | null;
  /** For a gap: the database's next transaction, and seconds since 1970, when it was noticed. */
  readonly seen?: { readonly transaction: number; readonly at: number };
}

/** Whoever is this far behind has long been stopped (seconds). */
const PATIENCE = 60;

/** How the database stood when rows were looked for: its oldest transaction under way, its next, and its clock in seconds. */
export interface Standing {
  readonly oldest: number;
  readonly next: number;
  readonly at: number;
}

export const everything: readonly OpenRange[] = [{ from: 1, to: null }];

/** What stays open once these keys (ascending, all of them inside `ranges`) are sealed. */
export function afterSealing(ranges: readonly OpenRange[], keys: readonly number[], standing: Standing): OpenRange[] {
  const seen = { transaction: standing.next, at: standing.at };
  return ranges
    .flatMap((range) => split(range, keys, seen))
    .filter(({ to, seen: noticed }) => to === null || !noticed || !isOver(noticed, standing));
}

function split(range: OpenRange, keys: readonly number[], seen: OpenRange['seen']): OpenRange[] {
  const inside = keys.filter((key) => key >= range.from && (range.to === null || key <= range.to));
  const left: OpenRange[] = [];
  let from = range.from;
  for (const key of inside) {
    if (key > from) left.push({ from, to: key - 1, ...((range.seen ?? seen) ? { seen: range.seen ?? seen } : {}) } as OpenRange);
    from = key + 1;
  }
  if (range.to === null || from <= range.to) left.push({ ...range, from });
  return left;
}

/** Everybody who might have had a key of the gap has ended; and a breath more, for whoever had the key before they had a transaction. */
const isOver = (noticed: NonNullable<OpenRange['seen']>, { oldest, at }: Standing) =>
  oldest >= noticed.transaction && at - noticed.at > PATIENCE;
