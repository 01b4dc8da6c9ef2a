import type { BoardWords } from '../words/board-words';
import type { BoardItem } from './board-document';

/** What stands before an item's title, on the wall and on desks: a fiction never without saying that it is one. */
export function itemTag({ kind, letter }: Pick<BoardItem, 'kind' | 'letter'>, words: BoardWords): string {
  if (kind === 'ISSUE') return words.issueTag;
  if (kind === 'REPORT') return words.reportTag;
  return kind === 'FICTION' ? words.fictionTag(letter) : words.caseTag(letter);
}

/** What an item is called on the wall. */
export function itemTitle({ card, issue, title }: BoardItem): string {
  return card?.title ?? issue?.title ?? title ?? '';
}
