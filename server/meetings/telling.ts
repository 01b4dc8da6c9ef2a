import { Invalid } from '#server/kernel/problem';
import { identifiersIn, identifierWords } from './identifiers';
import type { TellingOrder } from './orders';
import { boardLine } from './text';
import { textLimits } from './text-limits';

/** The number of a case, as the windows write it: R8-0042. */
const caseNumber = /[RH]\d{1,2}-\d{3,}/iu;

/**
 * The words of a report or a fiction. Whatever may tell who somebody is is refused, and not only held: a report stands before everybody, and no machine
 * tells an invented life from a real one that somebody typed in (RULES 4). Throws `Invalid` with what is to be reworded.
 */
export function tellingOf(order: TellingOrder | null | undefined): { readonly title: string; readonly words: string } {
  const line = (field: 'title' | 'words', label: string): string => {
    const text = boardLine(field, label, order?.[field] ?? '', textLimits.TellingOrder[field]);
    const kinds = identifiersIn(text).map((kind) => identifierWords[kind]);
    const found = caseNumber.test(text.normalize('NFKC')) ? [...kinds, '事例の番号'] : kinds;
    if (found.length > 0)
      throw new Invalid(`${label}に直すところがあります。`, { [field]: `${found.join('・')}らしいものを、書き直してください。` });
    return text;
  };
  return { title: line('title', '題'), words: line('words', '内容') };
}
