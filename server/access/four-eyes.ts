/** A change to somebody's rights, as far as it matters who decides on it. */
export interface TwoPersonChange {
  /** Whose rights; null where they are a program's. */
  readonly staffId: string | null;
  readonly requestedBy: string;
  /** The contractor whose contract it is, or to whose people they belong; null where it is no contractor's. */
  readonly contractorId?: string | null;
}

/** An administrator who may decide. */
export interface Administrator {
  readonly staffId: string;
  readonly organizationId: string | null;
}

/**
 * May this administrator approve the change? Never whoever asked for it, never the person whom it is about, and nobody who works for the contractor
 * whose contract or whose people it is about: nobody comes to a right by their own two hands. The tables' own constraints and policies say the same.
 */
export function mayApprove(
  { staffId: own, organizationId }: Administrator,
  { staffId, requestedBy, contractorId }: TwoPersonChange,
): boolean {
  return own !== requestedBy && own !== staffId && !(contractorId && contractorId === organizationId);
}
