/** Made when the first figure is written: most walls show none, and a slow machine takes a quarter of a second for it. */
let figures: Intl.NumberFormat | undefined;

/**
 * The figure of a cell of the plan. "-" and "—%" are no data and say so by `noData`; "0" is zero. A percentage keeps the sign and a decimal the
 * digits that the plan printed; the brackets that it puts around expected figures are left to the word beside the figure.
 */
export function cellText({ raw, value }: { readonly raw: string; readonly value: number | null }, noData: string): string {
  if (value === null) return noData;
  const decimals = /\.(\d+)/.exec(raw)?.[1]?.length ?? 0;
  const text = decimals > 0 ? value.toFixed(decimals) : inFigures(value);
  return /[%％]/.test(raw) ? `${text}%` : text;
}

function inFigures(value: number): string {
  figures ??= new Intl.NumberFormat('ja-JP', { maximumFractionDigits: 1 });
  return figures.format(value);
}
