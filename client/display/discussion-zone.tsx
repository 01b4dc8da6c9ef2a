import { boardWords as words } from '../words/board-words';
import type { BoardCard, BoardIssue, BoardItem } from './board-document';
import { fitItems } from './fit-items';

/** Two lines of seventeen characters beside the label, less what line breaking at phrases costs. */
const ROW_ROOM = 31;
/** What 「ほか2件」 takes of it: a count that is cut off would say that nothing is left over. */
const COUNT_ROOM = 5;

/** Left: what is being talked about. Strengths stand first, on purpose. */
export function DiscussionZone({ item }: { item: BoardItem }) {
  return (
    <section className="board-discussion" data-item={item.id}>
      {item.card ? <CardTalk card={item.card} letter={item.letter} /> : null}
      {item.issue ? <IssueTalk issue={item.issue} /> : null}
    </section>
  );
}

function CardTalk({ card, letter }: { card: BoardCard; letter: string }) {
  return (
    <>
      <h1 className="board-subject">
        <span className="board-tag">{words.caseTag(letter)}</span>
        <span className="board-one-line">{card.title}</span>
      </h1>
      <p className="board-about">
        {card.ageBand} ・ {card.district ?? words.wholeCity}
      </p>
      <dl className="board-rows">
        <TalkRow sign="★" label={words.strengths} items={card.strengths} />
        <TalkRow sign="♥" label={words.wishes} items={card.wishes} />
        <TalkRow sign="！" label={words.worries} items={card.worries} />
      </dl>
    </>
  );
}

function TalkRow({ sign, label, items }: { sign: string; label: string; items: readonly string[] }) {
  const all = fitItems(items, ROW_ROOM);
  const { shown, rest } = all.rest > 0 ? fitItems(items, ROW_ROOM - COUNT_ROOM) : all;
  return (
    <div className="board-row">
      <dt>
        <span aria-hidden="true">{sign}</span>
        {label}
      </dt>
      <dd>
        {shown.join('、') || words.nothingYet}
        {rest > 0 ? <small> {words.andMore(rest)}</small> : null}
      </dd>
    </div>
  );
}

function IssueTalk({ issue }: { issue: BoardIssue }) {
  return (
    <>
      <h1 className="board-subject">
        <span className="board-tag">{words.issueTag}</span>
        {issue.title}
      </h1>
      <p className="board-about">{issue.topics.join(' ・ ')}</p>
      <p className="board-description">{issue.description}</p>
    </>
  );
}
