import type { OfferData } from './request-document';

/** What an offer is of: the id of its card, issue or case, as far as its reader may know it. None of a report, or of a case that is not open to them. */
export function offeredId({ request, card, issue, case: theCase }: OfferData): string | undefined {
  return (request?.card ?? request?.issue ?? request?.requestedCase?.case ?? card ?? issue ?? theCase)?.id;
}

/** An offer as it is listed, and what else offers the same matter. */
export interface OfferRow {
  readonly one: OfferData;
  readonly also: readonly OfferData[];
}

/**
 * Each matter once. Every request keeps its row, for each is answered by itself; what was left over of the same matter, or is due, joins the first row
 * that there is, so that whoever puts it on the agenda takes the request along.
 */
export function offerRows(offered: readonly OfferData[]): readonly OfferRow[] {
  const rows: { readonly one: OfferData; readonly also: OfferData[] }[] = [];
  // Requests first, in whatever order they came.
  for (const one of [...offered.filter(({ request }) => request), ...offered.filter(({ request }) => !request)]) {
    const id = offeredId(one);
    const same = one.request || id === undefined ? undefined : rows.find((row) => offeredId(row.one) === id);
    if (same) same.also.push(one);
    else rows.push({ one, also: [] });
  }
  return rows;
}

/** The request for a matter that is among the offers; undefined where nobody asked for it. */
export function requestFor(offered: readonly OfferData[], id: string): string | undefined {
  return offered.find((one) => one.request && offeredId(one) === id)?.request?.id;
}
