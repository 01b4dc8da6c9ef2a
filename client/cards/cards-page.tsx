import { useQuery } from '@apollo/client/react';
import { Link } from '@tanstack/react-router';
import { problemOf } from '../graphql/problem';
import { ProblemNote } from '../ui/problem-note';
import { Skeleton } from '../ui/skeleton';
import { cardWords as words } from '../words/card-words';
import { type CardEntry, CardsPageDocument } from './cards-document';
import './cards.css';

/** Cards by where they stand: what waits for somebody comes first. */
export function CardsPage() {
  const { data, error, refetch } = useQuery(CardsPageDocument, { fetchPolicy: 'cache-and-network' });
  return (
    <>
      <title>{`${words.title}｜まるごとハブ`}</title>
      <h1>{words.title}</h1>
      <p className="hint">{words.listHint}</p>
      <p className="hint">{words.startHint}</p>
      {error && !data ? <ProblemNote problem={problemOf(error)} again={() => void refetch()} /> : null}
      {!data && !error ? <Skeleton lines={8} /> : null}
      {data ? (
        <>
          <Group {...words.groups.ASKED} cards={data.asked} />
          <Group {...words.groups.SENT_BACK} cards={data.sentBack} />
          <Group {...words.groups.DRAFT} cards={data.drafts} />
          <Group {...words.groups.APPROVED} cards={data.approved} />
        </>
      ) : null}
    </>
  );
}

function Group({ title, none, cards }: { title: string; none: string; cards: readonly CardEntry[] }) {
  return (
    <section className="panel">
      <h2>{title}</h2>
      {cards.length === 0 ? <p className="hint">{none}</p> : null}
      <ul className="rows">
        {cards.map((card) => (
          <li key={card.id} className="row">
            <Link to="/cards/$id" params={{ id: card.id }} className="row-link">
              <strong>{card.title || words.untitled}</strong>
              <span className="hint">{card.ageBand}</span>
              <span className="hint">{card.draftedBy ? words.by(card.draftedBy.name) : null}</span>
              <span className="badge">{words.state[card.state]}</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
