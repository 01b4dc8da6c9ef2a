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

/** What in a text may tell who somebody is, in the words that tell the person who typed it; empty where nothing does. */
export function tellingOfSomebody(text: string): readonly string[] {
  return identifiersIn(text).map((kind) => identifierWords[kind]);
}

/** The same, for those who may not know whom it is about: whatever may tell who somebody is, the number of their case too, is refused. */
export function namelessLine(field: string, label: string, text: string, most: number): string {
  const line = boardLine(field, label, text, most);
  insistNameless(field, label, line);
  return line;
}

/** Throws where a text that stands already, or is made of several, may tell who somebody is. */
export function insistNameless(field: string, label: string, text: string): void {
  const found = tellingOfSomebody(text);
  if (found.length > 0)
    throw new Invalid(`${label}に直すところがあります。`, { [field]: `${found.join('・')}らしいものを、書き直してください。` });
}
