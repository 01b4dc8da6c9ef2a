import type { BoardWords } from '../words/board-words';
import type { BoardItem } from './board-document';

/** What stands before an item's title on the wall. */
export function itemTag({ card, letter }: BoardItem, words: BoardWords): string {
  return card ? words.caseTag(letter) : words.issueTag;
}

/** What an item is called on the wall. */
export function itemTitle({ card, issue }: BoardItem): string {
  return card?.title ?? issue?.title ?? '';
}
