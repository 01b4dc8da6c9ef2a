import type { TellingOrder } from './orders';
import { namelessLine } from './text';
import { textLimits } from './text-limits';

/**
 * The words of a report or a fiction. Whatever may tell who somebody is is refused, and not only held: a report stands before everybody, and no machine
 * tells an invented life from a real one that somebody typed in (RULES 4). Throws `Invalid` with what is to be reworded.
 */
export function tellingOf(order: TellingOrder | null | undefined): { readonly title: string; readonly words: string } {
  const line = (field: 'title' | 'words', label: string): string =>
    namelessLine(field, label, order?.[field] ?? '', textLimits.TellingOrder[field]);
  return { title: line('title', '題'), words: line('words', '内容') };
}
