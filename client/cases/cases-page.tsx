import { useQuery } from '@apollo/client/react';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { problemOf } from '../graphql/problem';
import { GlassButton } from '../protection/glass-button';
import { Button } from '../ui/button';
import { Chips } from '../ui/chips';
import { ProblemNote } from '../ui/problem-note';
import { Skeleton } from '../ui/skeleton';
import { TopicFilter } from '../ui/topic-filter';
import { appWords } from '../words/app-words';
import { caseCodes, wordOf, caseWords as words } from '../words/case-words';
import { eraDate } from '../words/era-date';
import { type CaseEntry, CasesPageDocument } from './case-list-document';
import { ReviewsNotice } from './reviews-notice';

const PAGE = 50;

/** The cases that this person may see. */
export function CasesPage() {
  const { topic } = useSearch({ from: '/cases' });
  const navigate = useNavigate({ from: '/cases' });
  return (
    <>
      <title>{`${words.title}｜まるごとハブ`}</title>
      <div className="page-head">
        <h1>{words.title}</h1>
        <GlassButton />
      </div>
      <p className="hint">{words.listHint}</p>
      <ReviewsNotice />
      <TopicFilter
        label={words.topic}
        every={words.everyTopic}
        topic={topic}
        choose={(next) => void navigate({ search: next ? { topic: next } : {} })}
      />
      <CaseTable key={topic} topic={topic} />
    </>
  );
}

function CaseTable({ topic }: { topic: string | undefined }) {
  const { data, error, loading, refetch, fetchMore } = useQuery(CasesPageDocument, {
    variables: { topic, limit: PAGE },
    fetchPolicy: 'network-only',
  });
  const [more, setMore] = useState(true);
  if (error && !data) return <ProblemNote problem={problemOf(error)} again={() => void refetch()} />;
  if (!data) return loading ? <Skeleton lines={8} /> : null;
  const { cases } = data;
  const mayFollow = more && cases.length % PAGE === 0;
  const readOn = async (): Promise<void> => {
    const next = await fetchMore({
      variables: { after: cases.at(-1)?.id },
      updateQuery: (before, { fetchMoreResult }) => ({ cases: [...(before.cases ?? []), ...fetchMoreResult.cases] }),
    });
    setMore(next.data?.cases.length === PAGE);
  };
  if (cases.length === 0) return <p className="panel">{words.none}</p>;
  return (
    <>
      <div className="table-frame">
        <table className="table cases">
          <caption>{words.caption(cases.length, mayFollow)}</caption>
          <thead>
            <tr>
              {Object.values(words.columns).map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {cases.map((one) => (
              <CaseRow key={one.id} entry={one} />
            ))}
          </tbody>
        </table>
      </div>
      {mayFollow ? <Button onPress={() => void readOn()}>{appWords.more}</Button> : null}
    </>
  );
}

function CaseRow({ entry }: { entry: CaseEntry }) {
  const { person } = entry;
  return (
    <tr>
      <th scope="row" className="whole">
        <Link to="/cases/$id" params={{ id: entry.id }}>
          {entry.code}
        </Link>
      </th>
      <td>
        {person?.identity?.name ?? `■ ${words.hidden}`}
        <br />
        <span className="hint">
          {person?.ageBand} {person?.district}
        </span>
      </td>
      <td>
        <Chips words={entry.topics} />
      </td>
      <td>{wordOf(caseCodes.stage, entry.stage)}</td>
      <td>{entry.leadTeam?.name}</td>
      <td className="whole">{eraDate(entry.openedOn)}</td>
      <td className="whole">{wordOf(caseCodes.standing, entry.standing)}</td>
    </tr>
  );
}
