import { Invalid } from '#server/kernel/problem';
import { textFault } from '#server/kernel/text-fault';

/** A line that people type on the board: trimmed, one line, neither empty nor longer than the wall can show, and nothing that must not be kept. */
export function boardLine(field: string, label: string, text: string, most: number): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  const fault = textFault(line, most);
  if (fault) throw new Invalid(`${label}に直すところがあります。`, { [field]: fault });
  return line;
}
