import { useQuery } from '@apollo/client/react';
import { Link, useParams } from '@tanstack/react-router';
import { problemOf } from '../graphql/problem';
import { Button } from '../ui/button';
import { NoSuch } from '../ui/no-such';
import { ProblemNote } from '../ui/problem-note';
import { Skeleton } from '../ui/skeleton';
import { useToast } from '../ui/toasts';
import { oversightWords } from '../words/oversight-words';
import { DisclosureFacts } from './disclosures-section';
import { DraftTable } from './draft-table';
import { DraftDisclosure, FinishDisclosure } from './oversight-changes';
import { DisclosureDocument, type Draft } from './oversight-document';
import './oversight.css';
import { useOrder } from './use-order';

const words = oversightWords.disclosures;

/** One request: its draft, decided on row by row. Its buttons are gone when they are done, so they never say «pending»: that would be read out afterwards. */
export function DisclosurePage() {
  const { id } = useParams({ from: '/audit/disclosures/$id' });
  const { data, error, refetch } = useQuery(DisclosureDocument, { variables: { id }, fetchPolicy: 'network-only' });
  if (error && !data) return <ProblemNote problem={problemOf(error)} again={() => void refetch()} />;
  if (!data) return <Skeleton lines={8} />;
  return data.disclosureRequest ? <DraftView draft={data.disclosureRequest} /> : <NoSuch sentence={words.missing} />;
}

function DraftView({ draft }: { draft: Draft }) {
  const say = useToast();
  const drafting = useOrder(DraftDisclosure);
  const finishing = useOrder(FinishDisclosure);
  const order = { input: { disclosure: draft.id, version: draft.version } };
  const finish = async (): Promise<void> => {
    if (await finishing.send(order)) say({ sentence: words.finished });
  };
  const problem = drafting.problem ?? finishing.problem;
  return (
    <>
      <title>{`${words.of(draft.caseCode)}｜まるごとハブ`}</title>
      <p>
        <Link to="/audit">{words.back}</Link>
      </p>
      <h1>{words.of(draft.caseCode)}</h1>
      <p className="line">
        <span className="badge">{words.state[draft.state]}</span>
        <DisclosureFacts disclosure={draft} />
      </p>
      {draft.protectionNear ? (
        <p className="note" role="note">
          {words.protection}
        </p>
      ) : null}
      {problem ? <ProblemNote problem={problem} /> : null}
      <p className="oversight-actions">
        {draft.state === 'ASKED' ? (
          <Button weight="main" onPress={() => void drafting.send(order)}>
            {words.draft}
          </Button>
        ) : null}
        {draft.state === 'DRAFTED' ? (
          <Button isIdle={draft.undecided > 0} onPress={() => void finish()}>
            {words.finish}
          </Button>
        ) : null}
        {drafting.busy ? <span role="status">{words.drafting}</span> : null}
      </p>
      {draft.state === 'ASKED' ? null : <DraftTable draft={draft} />}
    </>
  );
}
