import { indicatorWords as words } from '../words/indicator-words';
import type { CellData } from './indicator-data';

const figures = new Intl.NumberFormat('ja-JP', { maximumFractionDigits: 1 });

/**
 * The figure of a cell. "-" and "—%" of the plan are no data and say so; "0" is zero. A percentage keeps the sign and a decimal the digits
 * that the plan printed; the brackets that it puts around expected figures are left to the column's head.
 */
export function cellText({ raw, value }: Pick<CellData, 'raw' | 'value'>): string {
  if (value === null) return words.noData;
  const decimals = /\.(\d+)/.exec(raw)?.[1]?.length ?? 0;
  const text = decimals > 0 ? value.toFixed(decimals) : figures.format(value);
  return /[%％]/.test(raw) ? `${text}%` : text;
}
