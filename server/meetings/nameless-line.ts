import { Invalid } from '#server/kernel/problem';
import { identifiersIn, identifierWords } from './identifiers';
import { boardLine } from './text';

/** A line of text that reaches people who need not know of whom it speaks: what may tell who somebody is is refused, and not only held. */
export function namelessLine(field: string, label: string, text: string, most: number): string {
  const line = boardLine(field, label, text, most);
  const kinds = identifiersIn(line).map((kind) => identifierWords[kind]);
  if (kinds.length > 0)
    throw new Invalid(`${label}に直すところがあります。`, { [field]: `${kinds.join('・')}らしいものを、書き直してください。` });
  return line;
}
