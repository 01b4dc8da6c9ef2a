import type { BoardItem, Lettering } from './board-document';
import { Subject } from './discussion-zone';
import { MOST_NODES, type Node, nodesOf, type Place, placesOf, type Tie } from './eco-map';
import { itemTag } from './item-head';
import { Entered, EnteredName, Own, useBoardWords, useLettering } from './lettering';
import { useLessening } from './use-lessening';

/** Larger text has room for fewer nodes. */
const room: Readonly<Record<Lettering['textStep'], number>> = { STANDARD: MOST_NODES, LARGE: 6, LARGEST: 4 };

/** エコマップ: organisations and people around the matter, with roles, and how each is tied, by line and by word. A list to whoever hears it. */
export function EcoMapSlide({ item }: { item: BoardItem }) {
  const words = useBoardWords();
  const { step } = useLettering();
  const nodes = nodesOf(item);
  const [zone, shown] = useLessening<HTMLUListElement>(item, Math.max(1, Math.min(nodes.length, room[step])));
  const standing = nodes.slice(0, shown);
  const places = placesOf(standing.length);
  const rest = nodes.length - standing.length;
  return (
    <main className="board-stage board-slide board-map" data-item={item.id}>
      <div className="board-map-head">
        <Subject item={item} />
        <p>
          <Own>{words.map.title}</Own>
          {rest > 0 ? (
            <small>
              <Own>{words.andMore(rest)}</Own>
            </small>
          ) : null}
        </p>
      </div>
      {nodes.length === 0 ? (
        <p className="board-empty">
          <Own>{words.map.none}</Own>
        </p>
      ) : (
        <div className="board-map-plane">
          <svg viewBox={`0 0 ${3 * COLUMN} ${3 * ROW}`} preserveAspectRatio="none" aria-hidden="true">
            {standing.map(({ id, tie }, index) => (
              <Line key={id} tie={tie} place={places[index] ?? [0, 0]} />
            ))}
          </svg>
          <ul ref={zone} aria-label={words.map.title}>
            <li className="board-map-middle" aria-hidden="true">
              <Own>{itemTag(item, words)}</Own>
            </li>
            {standing.map((node, index) => (
              <NodeBox key={node.id} node={node} place={places[index] ?? [0, 0]} />
            ))}
          </ul>
        </div>
      )}
    </main>
  );
}

function NodeBox({ node: { name, roles, tie }, place }: { node: Node; place: Place }) {
  const { words, zones } = useLettering();
  // Larger text says who and how they are tied; which roles they have stands in the roles.
  const [first, ...others] = zones === 'all' ? roles : [];
  return (
    <li className="board-map-node" style={areaOf(place)} data-tie={tie}>
      <strong>
        <EnteredName>{name}</EnteredName>
      </strong>
      {first ? (
        <span className="board-map-role">
          <Entered>{first}</Entered>
          {others.length > 0 ? <Own>{` ${words.andMore(others.length)}`}</Own> : null}
        </span>
      ) : null}
      <span className="board-map-tie">
        <Own>{words.map.ties[tie]}</Own>
      </span>
    </li>
  );
}

const areaOf = ([column, row]: Place) => ({ gridColumn: column + 2, gridRow: row + 2 });

/** Of the plane that lines are drawn on, in the board's units. */
const COLUMN = 608;
const ROW = 230;
const TEETH = 12;
const TOOTH = 12;

/** strong: thick. weak: dashes. strained: teeth. to come: dots. a role alone: thin. */
function Line({ tie, place: [column, row] }: { tie: Tie; place: Place }) {
  const [fromX, fromY] = [1.5 * COLUMN, 1.5 * ROW];
  const [toX, toY] = [fromX + column * COLUMN, fromY + row * ROW];
  if (tie !== 'STRAINED') return <line data-tie={tie} x1={fromX} y1={fromY} x2={toX} y2={toY} />;
  const length = Math.hypot(toX - fromX, toY - fromY);
  const [acrossX, acrossY] = [(-(toY - fromY) / length) * TOOTH, ((toX - fromX) / length) * TOOTH];
  const points = Array.from({ length: TEETH + 1 }, (_, tooth) => {
    const share = tooth / TEETH;
    const side = tooth % 2 ? 1 : -1;
    return `${fromX + (toX - fromX) * share + acrossX * side},${fromY + (toY - fromY) * share + acrossY * side}`;
  });
  return <polyline data-tie={tie} points={points.join(' ')} />;
}
