import { boardWords } from '../words/board-words';
import { closingWords } from '../words/closing-words';
import { consoleWords } from '../words/console-words';
import { cityDay, clock, dayAndWeekday, eraDate, eraDay, hoursInWords } from '../words/era-date';
import { type CorrectionData, onPaper } from './correction-data';
import { itemName } from './item-name';
import type { CardData, Held, ItemData, SessionData } from './session-data';

const words = consoleWords.print;

/**
 * The meeting on paper (A4): for when the projector dies, and for afterwards. On screen it is not there; in print it is all there is. It goes
 * round the room like the wall, so it holds what the wall may hold and nothing of the desk's own.
 */
export function PrintSheet({ session }: { session: SessionData }) {
  const now = new Date();
  return (
    <article className="print-sheet" aria-hidden="true">
      <header>
        <p>
          {boardWords.city} {session.kindName} {consoleWords.number(session.number)} {words.title}
        </p>
        <h1>{session.title}</h1>
        <p>
          {eraDay(session.heldOn)} {hoursInWords(session)}　{consoleWords.status[session.status]}
        </p>
      </header>
      {session.agenda.length === 0 ? <p>{consoleWords.agenda.emptyYet}</p> : null}
      {session.agenda.map((item) => (
        <PrintedItem key={item.id} item={item} corrections={session.corrections} />
      ))}
      <footer>
        {words.anonymous}　{words.printed(eraDate(cityDay(now)), clock(now))}
      </footer>
    </article>
  );
}

function PrintedItem({ item, corrections }: { item: ItemData; corrections: readonly CorrectionData[] }) {
  const { card, issue, roles, actionItems, decisions } = item;
  return (
    <section>
      <h2>
        {itemName(item)} <small>{consoleWords.agenda.state[item.state]}</small>
      </h2>
      {card ? <PrintedCard card={card} /> : null}
      {issue ? <p>{issue.description}</p> : null}
      {item.kind === 'FICTION' ? <p>{boardWords.fictionMeans}</p> : null}
      {item.words ? <p>{item.words}</p> : null}
      <PrintedTable
        title={consoleWords.roles.title}
        heads={[words.columns.what, words.columns.who]}
        rows={roles.filter(onWall).map((role) => [role.id, onPaper(corrections, role), role.organization?.name ?? boardWords.unfilled])}
      />
      <PrintedTable
        title={consoleWords.actions.title}
        heads={[words.columns.what, words.columns.who, words.columns.due, words.columns.state]}
        rows={actionItems
          .filter(onWall)
          .map(({ id, title, organization, dueOn, status }) => [
            id,
            onPaper(corrections, { id, title }),
            organization?.name ?? boardWords.anybody,
            dueOn ? dayAndWeekday(dueOn) : boardWords.noDue,
            consoleWords.conflict.action[status] ?? status,
          ])}
      />
      {decisions.length > 0 ? (
        <PrintedTable
          title={closingWords.decisions.title}
          heads={[closingWords.decisions.what, words.columns.state]}
          rows={decisions
            .filter(onWall)
            .map(({ id, title, readBackAt }) => [
              id,
              onPaper(corrections, { id, title }),
              readBackAt ? closingWords.decisions.isRead : closingWords.decisions.isUnread,
            ])}
        />
      ) : null}
    </section>
  );
}

/** A line that is kept off the wall is kept off the sheet that goes round the room. */
const onWall = ({ held }: { readonly held: Held | null }): boolean => held === null;

/** As the wall shows it: a district of few people is the city. */
function PrintedCard({ card }: { card: CardData }) {
  const rows = [
    [boardWords.strengths, card.strengths],
    [boardWords.wishes, card.wishes],
    [boardWords.worries, card.worries],
  ] as const;
  return (
    <dl>
      <div>
        <dt>{card.ageBand}</dt>
        <dd>{card.districtShown && card.district ? card.district : boardWords.wholeCity}</dd>
      </div>
      {rows.map(([label, items]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{items.join('、') || boardWords.nothingYet}</dd>
        </div>
      ))}
    </dl>
  );
}

/** `rows`: id first, then a cell for each head. */
function PrintedTable({ title, heads, rows }: { title: string; heads: readonly string[]; rows: readonly (readonly string[])[] }) {
  return (
    <>
      <h3>{title}</h3>
      {rows.length === 0 ? <p>{words.none}</p> : null}
      {rows.length > 0 ? (
        <table>
          <thead>
            <tr>
              {heads.map((head) => (
                <th key={head}>{head}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(([id, ...cells]) => (
              <tr key={id}>
                {cells.map((cell, place) => (
                  <td key={heads[place]}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
    </>
  );
}
