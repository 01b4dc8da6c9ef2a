import { accessWords as words } from '../words/access-words';
import type { AccessAnswer, AccessRecord, Verdict } from './access-document';
import { AccessMark, untilWords } from './access-mark';

/** Fields grouped by record, each with its mark, reason, rule and end. A hidden record is one line: of it there is nothing to see. */
export function AccessTable({ answer, only }: { answer: AccessAnswer; only: Verdict['state'] | undefined }) {
  const records = answer.records.flatMap((record) => {
    const fields = only ? record.fields.filter(({ state }) => state === only) : record.fields;
    return fields.length > 0 ? [{ ...record, fields }] : [];
  });
  if (records.length === 0) return <p className="hint">{words.nothing}</p>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
    <section className="table-frame" tabIndex={0} aria-label={words.caption(answer.whose, answer.code)}>
      <table className="table access-table">
        <caption>{words.caption(answer.whose, answer.code)}</caption>
        <thead>
          <tr>
            {Object.values(words.columns).map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        {records.map((record) => (
          <Group key={`${record.path} ${record.name}`} record={record} />
        ))}
      </table>
    </section>
  );
}

function Group({ record }: { record: AccessRecord }) {
  const { name, state, sentence, source, until, fields } = record;
  const isHidden = state === 'HIDDEN';
  return (
    <tbody>
      <tr className="access-record">
        <th scope="rowgroup">{name}</th>
        <Cells verdict={{ state, sentence, source, until }} />
      </tr>
      {isHidden
        ? null
        : fields.map(({ field, label, ...verdict }) => (
            <tr key={field}>
              <th scope="row">{label}</th>
              <Cells verdict={verdict} />
            </tr>
          ))}
    </tbody>
  );
}

function Cells({ verdict: { state, sentence, source, until } }: { verdict: Verdict }) {
  return (
    <>
      <td className="whole">
        <AccessMark state={state} />
      </td>
      <td>{sentence}</td>
      <td>{source}</td>
      <td className="whole">{untilWords(until)}</td>
    </>
  );
}
