import { boardWords as words } from '../words/board-words';
import type { BoardCard, BoardIssue, BoardItem } from './board-document';
import { fitItems, fitSentences, widthOf } from './fit-items';
import { tagOf } from './item-head';

/** Full-width characters of a title in one line of 48u beside its tag. */
const TITLE_LINE = 17;
/** The same in five lines of 44u, less what line breaking costs. */
const DESCRIPTION = 112;

/** Left: what is being talked about. Strengths stand first, on purpose. */
export function DiscussionZone({ item }: { item: BoardItem }) {
  return (
    <section className="board-discussion" data-item={item.id}>
      {item.card ? <CardTalk card={item.card} letter={item.letter} /> : null}
      {item.issue ? <IssueTalk issue={item.issue} /> : null}
      {item.words ? <Telling item={item} /> : null}
    </section>
  );
}

function CardTalk({ card, letter }: { card: BoardCard; letter: string }) {
  return (
    <>
      <Subject tag={words.caseTag(letter)} title={card.title} />
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

/** A long title takes two lines of the body's size rather than end in dots. */
export function Subject({ tag, title }: { tag: string; title: string }) {
  return (
    <h1 className="board-subject" data-long={widthOf(title) > TITLE_LINE || undefined}>
      <span className="board-tag">{tag}</span>
      <span className="board-title">{title}</span>
    </h1>
  );
}

function TalkRow({ sign, label, items }: { sign: string; label: string; items: readonly string[] }) {
  const { lines, rest } = fitItems(items);
  return (
    <div className="board-row">
      <dt>
        <span aria-hidden="true">{sign}</span>
        {label}
        {rest > 0 ? <small>{words.andMore(rest)}</small> : null}
      </dt>
      <dd>
        {(lines.length > 0 ? lines : [words.nothingYet]).map((line) => (
          <span key={line}>{line}</span>
        ))}
      </dd>
    </div>
  );
}

/** A report, or a fiction, which says that it is one. */
function Telling({ item }: { item: BoardItem }) {
  return (
    <>
      <Subject tag={tagOf(item)} title={item.title ?? ''} />
      {item.kind === 'FICTION' ? <p className="board-about">{words.fictionMeans}</p> : null}
      <p className="board-description">{fitSentences(item.words ?? '', DESCRIPTION)}</p>
    </>
  );
}

function IssueTalk({ issue }: { issue: BoardIssue }) {
  return (
    <>
      <Subject tag={words.issueTag} title={issue.title} />
      <p className="board-about">{issue.topics.join(' ・ ')}</p>
      <p className="board-description">{fitSentences(issue.description, DESCRIPTION)}</p>
    </>
  );
}
