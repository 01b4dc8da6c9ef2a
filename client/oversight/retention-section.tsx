import { oversightWords } from '../words/oversight-words';
import type { RetentionRule } from './oversight-document';

const words = oversightWords.retention;

/** How long what is kept, and which periods the city has still to confirm. */
export function RetentionSection({ rules }: { rules: readonly RetentionRule[] }) {
  return (
    <section className="panel" aria-labelledby="retention-title">
      <h2 id="retention-title">{words.title}</h2>
      <p className="hint">{words.lead}</p>
      <div className="table-frame">
        <table className="table">
          <caption>{words.caption}</caption>
          <thead>
            <tr>
              {words.heads.map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rules.map(({ id, name, countedFrom, months, isConfirmed }) => (
              <tr key={id}>
                <th scope="row">{name}</th>
                <td>{countedFrom}</td>
                <td>
                  {words.years(months)}
                  {isConfirmed ? null : words.unconfirmed}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
