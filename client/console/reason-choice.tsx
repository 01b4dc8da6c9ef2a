import { tableWords } from '../words/table-words';

/** Why a 支援会議 hears of a case without consent (法106条の6). */
export type Reason = keyof typeof tableWords.item.reasons;

/** One of the two that the law knows: chosen by whoever answers for it, and never before. */
export function ReasonChoice({
  value,
  choose,
  fault,
}: {
  value: Reason | null;
  choose: (reason: Reason) => void;
  fault?: string | undefined;
}) {
  return (
    <fieldset className="reasons">
      <legend>{tableWords.put.why}</legend>
      {(Object.keys(tableWords.item.reasons) as Reason[]).map((code) => (
        <label key={code} className="check">
          <input type="radio" name="reason-code" checked={value === code} onChange={() => choose(code)} />
          {tableWords.item.reasons[code]}
        </label>
      ))}
      {fault ? <p className="fault">{fault}</p> : null}
    </fieldset>
  );
}
