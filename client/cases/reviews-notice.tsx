import { useQuery } from '@apollo/client/react';
import { Link } from '@tanstack/react-router';
import { graphql } from '../graphql/graphql';
import { consentWords as words } from '../words/consent-words';
import { dayAndWeekday } from '../words/era-date';

const CaseReviews = graphql<{
  caseReviews: readonly { readonly id: string; readonly caseId: string; readonly caseCode: string; readonly dueOn: string }[];
}>`
  query CaseReviews {
    caseReviews {
      id
      caseId
      caseCode
      dueOn
    }
  }
`;

/** Cases that the viewer's 担当 leads and has to look at again. A question of its own: the list below is asked for page by page. */
export function ReviewsNotice() {
  const { data } = useQuery(CaseReviews, { fetchPolicy: 'network-only' });
  if (!data || data.caseReviews.length === 0) return null;
  return (
    <section className="note" aria-labelledby="reviews-title">
      <h2 id="reviews-title">{words.reviewsTitle}</h2>
      <ul className="consent-said">
        {data.caseReviews.map(({ id, caseId, caseCode, dueOn }) => (
          <li key={id}>
            <Link to="/cases/$id" params={{ id: caseId }}>
              {caseCode}
            </Link>{' '}
            {words.reviewBy(dayAndWeekday(dueOn))}
          </li>
        ))}
      </ul>
    </section>
  );
}
