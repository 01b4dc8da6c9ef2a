import { boardWords } from '../words/board-words';
import type { ItemData } from './session-data';

/** What an agenda item is called in a sentence: 事例Ａ 高齢の親と… */
export function itemName(item: Pick<ItemData, 'letter' | 'card' | 'issue'>): string {
  return `${itemTag(item)} ${item.card?.title ?? item.issue?.title ?? ''}`;
}

/** Its tag, as on the wall. */
export function itemTag({ letter, card }: Pick<ItemData, 'letter' | 'card'>): string {
  return card ? boardWords.caseTag(letter) : boardWords.issueTag;
}
