import { useQuery } from '@apollo/client/react';
import { mayOversee, useMe } from '../app/use-me';
import { problemOf } from '../graphql/problem';
import { ProblemNote } from '../ui/problem-note';
import { Skeleton } from '../ui/skeleton';
import { oversightWords as words } from '../words/oversight-words';
import { DisclosuresSection } from './disclosures-section';
import { OversightDocument } from './oversight-document';
import { RetentionSection } from './retention-section';
import { ReviewsSection } from './reviews-section';
import { TracesSection } from './traces-section';
import './oversight.css';

/** What the supervisor of a 担当 and the disclosure officer do with what was written down. Each sees their own part. */
export function OversightPage() {
  const { me } = useMe();
  const may = mayOversee(me);
  const { data, error, refetch } = useQuery(OversightDocument, { skip: !may, fetchPolicy: 'network-only' });
  if (!may) return <p className="note">{words.only}</p>;
  if (error && !data) return <ProblemNote problem={problemOf(error)} again={() => void refetch()} />;
  if (!data) return <Skeleton />;
  const discloses = me?.roles.includes('disclosure-officer');
  return (
    <>
      <title>{`${words.title}｜まるごとハブ`}</title>
      <h1>{words.title}</h1>
      {me?.roles.includes('supervisor') ? <ReviewsSection reviews={data.readReviews} me={me.id} /> : null}
      {discloses ? <DisclosuresSection disclosures={data.disclosureRequests} /> : null}
      {discloses ? <TracesSection reports={data.exposureReports} /> : null}
      <RetentionSection rules={data.retentionRules} />
    </>
  );
}
