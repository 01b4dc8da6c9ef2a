import { minutesWords as words } from '../words/minutes-words';
import type { Minutes } from './minutes-document';
import { type Cell, factsOf, type MinutesTable, tablesOf } from './minutes-tables';

/** The minutes on the screen, and on A4 when they are printed. */
export function MinutesSheet({ minutes }: { minutes: Minutes }) {
  return (
    <article className="panel minutes-sheet">
      <h2>{minutes.title}</h2>
      <dl className="minutes-facts">
        {factsOf(minutes).map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {tablesOf(minutes).map((table) => (
        <Part key={table.id} table={table} />
      ))}
    </article>
  );
}

function Part({ table: { id, heading, note, heads, rows } }: { table: MinutesTable }) {
  return (
    <section data-part={id}>
      <h3>{heading}</h3>
      {note ? <p>{note}</p> : null}
      {rows.length === 0 ? <p className="hint">{words.noLines}</p> : null}
      {rows.length > 0 ? (
        <table className="table">
          <thead>
            <tr>
              {heads.map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id} data-line={row.id}>
                {row.cells.map((cell, place) => (
                  <td key={heads[place]}>
                    <Words cell={cell} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
    </section>
  );
}

/** A cell; what was corrected stays legible, struck through, beside what should stand there. */
function Words({ cell }: { cell: Cell }) {
  if (typeof cell === 'string') return cell;
  return cell.map(({ text, as }) => (as === 'old' ? <del key={text}>{text}</del> : <ins key={text}>{text}</ins>));
}
