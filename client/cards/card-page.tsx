import { useQuery } from '@apollo/client/react';
import { useParams } from '@tanstack/react-router';
import { useMe } from '../app/use-me';
import { problemOf } from '../graphql/problem';
import { NoSuch } from '../ui/no-such';
import { ProblemNote } from '../ui/problem-note';
import { Skeleton } from '../ui/skeleton';
import { cardWords as words } from '../words/card-words';
import { CardCheck } from './card-check';
import { CardForm } from './card-form';
import { CardJudgement } from './card-judgement';
import { CardOriginal } from './card-original';
import { CardShown } from './card-shown';
import { type CardData, CardPageDocument } from './cards-document';
import './cards.css';
import { WithdrawCardButton } from './withdraw-card';

/** The desk: what the card is drawn from at the left, the card at the right, and beside it what may tell who it is about. */
export function CardPage() {
  const { id } = useParams({ from: '/cards/$id' });
  const { data, error, loading, refetch } = useQuery(CardPageDocument, { variables: { id }, fetchPolicy: 'cache-and-network' });
  const again = (): void => void refetch();
  if (data?.card) return <Desk key={data.card.id} card={data.card} again={again} />;
  if (loading) return <Skeleton lines={8} />;
  return error ? <ProblemNote problem={problemOf(error)} again={again} /> : <NoSuch sentence={words.missing} />;
}

function Desk({ card, again }: { card: CardData; again: () => void }) {
  const { me } = useMe();
  return (
    <>
      <title>{`${words.title}｜まるごとハブ`}</title>
      <header className="page-head">
        <h1>{words.title}</h1>
        <p className="line">
          <strong className="badge">{words.state[card.state]}</strong>
          {card.draftedBy ? <span>{words.by(card.draftedBy.name)}</span> : null}
          {card.askedBy ? <span>{words.askedBy(card.askedBy.name)}</span> : null}
          {card.approvedBy ? <span>{words.approvedBy(card.approvedBy.name)}</span> : null}
        </p>
      </header>
      {card.sentBackWords ? <p className="note note-problem">{words.words(card.sentBackWords)}</p> : null}
      <div className="card-desk">
        <div className="card-beside">
          <CardCheck risks={card.risks} enough={card.enough} />
          <CardOriginal one={card.case} />
        </div>
        <div>
          {card.mayRevise && card.case ? <CardForm card={card} one={card.case} again={again} /> : <CardShown card={card} />}
          {card.state === 'ASKED' && me ? <CardJudgement card={card} me={me} again={again} /> : null}
          {card.mayWithdraw ? <WithdrawCardButton card={card} again={again} /> : null}
        </div>
      </div>
    </>
  );
}
