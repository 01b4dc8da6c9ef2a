import type { BoardCard, BoardIssue, BoardItem, Lettering } from './board-document';
import { itemTag, itemTitle } from './item-head';
import { Entered, Own, useBoardWords, useLettering } from './lettering';
import { widthOf } from './text-width';
import { useLessening } from './use-lessening';

/** Full-width characters of a title in one line beside its tag, in a zone beside others and in one by itself. */
const titleLine: Readonly<Record<Lettering['textStep'], Readonly<Record<'all' | 'one', number>>>> = {
  STANDARD: { all: 17, one: 32 },
  LARGE: { all: 13, one: 25 },
  LARGEST: { all: 10, one: 19 },
};
/** Lines of a row, from the most that is taken in at once to the least; the last does without the line about whom it is. */
const LEAST = 1;
const MOST_LINES = 3;

/** Left: what is being talked about. Strengths stand first, on purpose. */
export function DiscussionZone({ item }: { item: BoardItem }) {
  const { card, issue } = item;
  return (
    <section className="board-discussion" data-item={item.id}>
      <Subject item={item} />
      {card ? <CardTalk card={card} /> : null}
      {issue ? <IssueTalk issue={issue} /> : null}
      {item.words ? <Telling item={item} text={item.words} /> : null}
    </section>
  );
}

/** As many sentences of each row as all rows have room for. */
function CardTalk({ card }: { card: BoardCard }) {
  const words = useBoardWords();
  const [zone, amount] = useLessening<HTMLDivElement>(card, MOST_LINES + LEAST);
  const lines = Math.max(1, amount - LEAST);
  return (
    <div className="board-talk" ref={zone}>
      {amount > LEAST ? (
        <p className="board-about">
          <Own>{card.ageBand}</Own> ・ {card.district ? <Entered>{card.district}</Entered> : <Own>{words.wholeCity}</Own>}
        </p>
      ) : null}
      <dl className="board-rows">
        <TalkRow sign="★" label={words.strengths} items={card.strengths} lines={lines} />
        <TalkRow sign="♥" label={words.wishes} items={card.wishes} lines={lines} />
        <TalkRow sign="！" label={words.worries} items={card.worries} lines={lines} />
      </dl>
    </div>
  );
}

/** A long title takes two lines of the body's size rather than end in dots. */
export function Subject({ item }: { item: BoardItem }) {
  const { step, zones, words } = useLettering();
  const title = itemTitle(item);
  return (
    <h1 className="board-subject" data-long={widthOf(title) > titleLine[step][zones] || undefined}>
      <span className="board-tag">
        <Own>{itemTag(item, words)}</Own>
      </span>
      <span className="board-title">
        <Entered>{title}</Entered>
      </span>
    </h1>
  );
}

function TalkRow({ sign, label, items, lines }: { sign: string; label: string; items: readonly string[]; lines: number }) {
  const words = useBoardWords();
  const rest = items.length - lines;
  return (
    <div className="board-row">
      <dt>
        <span aria-hidden="true">{sign}</span>
        <span>
          <Own>{label}</Own>
        </span>
        {rest > 0 ? (
          <small>
            <Own>{words.andMore(rest)}</Own>
          </small>
        ) : null}
      </dt>
      <dd>
        {items.length === 0 ? (
          <span>
            <Own>{words.nothingYet}</Own>
          </span>
        ) : null}
        {items.slice(0, lines).map((line) => (
          <span key={line}>
            <Entered>{line}</Entered>
          </span>
        ))}
      </dd>
    </div>
  );
}

/** A report, or a fiction, which says that it is one; as many whole sentences as there is room for. */
function Telling({ item, text }: { item: BoardItem; text: string }) {
  const words = useBoardWords();
  const sentences = text.split(/(?<=。)/u);
  const [zone, amount] = useLessening<HTMLDivElement>(item, sentences.length);
  return (
    <div className="board-talk" ref={zone}>
      {item.kind === 'FICTION' ? (
        <p className="board-about">
          <Own>{words.fictionMeans}</Own>
        </p>
      ) : null}
      <p className="board-description">
        <Entered>{sentences.slice(0, amount).join('')}</Entered>
      </p>
    </div>
  );
}

/** As many whole sentences of the description as there is room for, the first in any case. */
function IssueTalk({ issue }: { issue: BoardIssue }) {
  const sentences = issue.description.split(/(?<=。)/u);
  const [zone, amount] = useLessening<HTMLDivElement>(issue, sentences.length);
  return (
    <div className="board-talk" ref={zone}>
      <p className="board-about">{issue.topics.join(' ・ ')}</p>
      <p className="board-description">
        <Entered>{sentences.slice(0, amount).join('')}</Entered>
      </p>
    </div>
  );
}
