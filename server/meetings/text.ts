import { Invalid } from '#server/kernel/problem';
import { textFault } from '#server/kernel/text-fault';
import { identifiersIn, identifierWords } from './identifiers';

/** A line that people type on the board: trimmed, one line, neither empty nor longer than the wall can show, and nothing that must not be kept. */
export function boardLine(field: string, label: string, text: string, most: number): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  const fault = textFault(line, most);
  if (fault) throw new Invalid(`${label}に直すところがあります。`, { [field]: fault });
  return line;
}

/** The number of a case, as the windows write it: R8-0042. */
const caseNumber = /[RH]\d{1,2}-\d{3,}/iu;

/** The same, for those who may not know whom it is about: whatever may tell who somebody is, the number of their case too, is refused. */
export function namelessLine(field: string, label: string, text: string, most: number): string {
  const line = boardLine(field, label, text, most);
  const kinds = identifiersIn(line).map((kind) => identifierWords[kind]);
  const found = caseNumber.test(line.normalize('NFKC')) ? [...kinds, '事例の番号'] : kinds;
  if (found.length > 0)
    throw new Invalid(`${label}に直すところがあります。`, { [field]: `${found.join('・')}らしいものを、書き直してください。` });
  return line;
}
