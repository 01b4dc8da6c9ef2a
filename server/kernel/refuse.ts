import { Invalid } from './problem';

/** Throws one `Invalid` that names every input with a fault; does nothing when none has one. */
export function refuse(faults: Readonly<Record<string, string | false | undefined>>): void {
  const found = Object.entries(faults).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  if (found.length > 0) throw new Invalid('入力に直すところがあります。まだ保存していません。', Object.fromEntries(found));
}
