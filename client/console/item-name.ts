import { consoleWords } from '../words/console-words';
import type { ItemData } from './session-data';

/** What an agenda item is called in a sentence: 事例A 高齢の親と… */
export function itemName(item: Pick<ItemData, 'letter' | 'card' | 'issue'>): string {
  const { agenda } = consoleWords;
  return item.card ? `${agenda.caseTag(item.letter)} ${item.card.title}` : `${agenda.issueTag} ${item.issue?.title ?? ''}`;
}
