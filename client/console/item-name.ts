import { itemTag } from '../display/item-head';
import { boardWords } from '../words/board-words';
import { tableWords } from '../words/table-words';
import type { ItemData } from './session-data';

/** What an agenda item is called in a sentence: 事例Ａ 高齢の親と… */
export function itemName(item: Pick<ItemData, 'letter' | 'kind' | 'title' | 'card' | 'issue' | 'caseItem'>): string {
  return `${itemTag(item, boardWords)} ${itemTitle(item)}`;
}

/** What stands beside the tag: of a case its code, for those who may hear of it. */
export function itemTitle({
  kind,
  title,
  card,
  issue,
  caseItem,
}: Pick<ItemData, 'kind' | 'title' | 'card' | 'issue' | 'caseItem'>): string {
  if (kind === 'CASE') return caseItem?.case?.code ?? tableWords.item.outside;
  return card?.title ?? issue?.title ?? title ?? '';
}
