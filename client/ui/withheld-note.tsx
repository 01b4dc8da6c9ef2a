import { fieldWord } from '../words/field-words';

/** A field that the hub kept back, and why. */
export interface Withheld {
  readonly field: string;
  readonly reason: string;
}

/** What is not shown here and why: a gap without a reason reads as "nothing there". */
export function WithheldNote({ withheld }: { withheld: readonly Withheld[] }) {
  if (withheld.length === 0) return null;
  return (
    <ul className="withheld">
      {withheld.map(({ field, reason }) => (
        <li key={field}>
          <span aria-hidden="true">■ </span>
          <strong>{fieldWord(field)}</strong>：{reason}
        </li>
      ))}
    </ul>
  );
}
