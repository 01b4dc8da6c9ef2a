/** What makes somebody partial (利益相反). A neighbour is warned of; the others bar from the item, and from breaking the glass. */
export const tieKinds = ['HOUSEHOLD', 'KIN', 'OTHER_PARTY', 'NEIGHBOUR'] as const;
export type TieKind = (typeof tieKinds)[number];

/** Ties that reach everybody who lives with the person. */
export const reachesHousehold = (kind: TieKind) => kind === 'HOUSEHOLD' || kind === 'KIN';

/** Districts so small that whoever lives there knows everybody (to be confirmed by the city): a case from there is put on an agenda with a warning. */
export const closeDistricts: readonly string[] = ['三富'];
