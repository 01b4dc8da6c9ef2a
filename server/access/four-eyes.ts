/** A change to somebody's rights, as far as it matters who decides on it. */
export interface TwoPersonChange {
  /** Whose rights; null where they are a program's. */
  readonly staffId: string | null;
  readonly requestedBy: string;
}

/**
 * May this administrator approve the change? Never whoever asked for it, and never the person whom it is about: nobody comes to a right by their
 * own two hands. The table's own constraint says the same.
 */
export function mayApprove(administrator: string, { staffId, requestedBy }: TwoPersonChange): boolean {
  return administrator !== requestedBy && administrator !== staffId;
}
