import { useState } from 'react';
import { momentWords } from '../administration/moment-words';
import { Button } from '../ui/button';
import { eraDay } from '../words/era-date';
import { oversightWords } from '../words/oversight-words';
import type { ReadReview } from './oversight-document';
import { ReviewDialog } from './review-dialog';

const words = oversightWords.reviews;

/** What the own 担当 has read, day by day, the unusual and the unreviewed first. */
export function ReviewsSection({ reviews, me }: { reviews: readonly ReadReview[]; me: string }) {
  const [opened, open] = useState<ReadReview>();
  return (
    <section className="panel" aria-labelledby="reviews-title">
      <h2 id="reviews-title">{words.title}</h2>
      <p className="hint">{words.lead}</p>
      {reviews.length === 0 ? <p className="hint">{oversightWords.none}</p> : null}
      {reviews.length > 0 ? (
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
              {reviews.map((review) => (
                <ReviewRow key={review.id} review={review} isMine={review.staff?.id === me} open={() => open(review)} />
              ))}
            </tbody>
          </table>
        </div>
      ) : null}
      {opened ? <ReviewDialog review={opened} close={() => open(undefined)} /> : null}
    </section>
  );
}

function ReviewRow({ review, isMine, open }: { review: ReadReview; isMine: boolean; open: () => void }) {
  const { staff, day, reads, subjects, unusual } = review;
  return (
    <tr data-reviewed={review.reviewedReads === reads}>
      <th scope="row">{staff?.name}</th>
      <td>{eraDay(day)}</td>
      <td className="figure">{words.times(reads)}</td>
      <td className="figure">{words.subjects(subjects)}</td>
      <td>{unusual.length === 0 ? words.usual : unusual.map((one) => words.unusual[one] ?? one).join('　')}</td>
      <td>
        <Reviewed review={review} />
        {isMine ? (
          <span className="hint">{words.self}</span>
        ) : (
          <Button weight="quiet" aria-label={words.markOf(staff?.name ?? '', eraDay(day))} onPress={open}>
            {words.mark}
          </Button>
        )}
      </td>
    </tr>
  );
}

function Reviewed({ review: { reviewer, reviewedAt, reviewedReads, reads, note } }: { review: ReadReview }) {
  if (!reviewer) return null;
  const later = reads - (reviewedReads ?? 0);
  return (
    <span className="line">
      <span>{words.done(reviewer.name, momentWords(reviewedAt))}</span>
      {note ? <span>{note}</span> : null}
      {later > 0 ? <span>{words.since(later)}</span> : null}
    </span>
  );
}
