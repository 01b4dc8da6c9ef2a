import { useQuery } from '@apollo/client/react';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { problemOf } from '../graphql/problem';
import { ProblemNote } from '../ui/problem-note';
import { Skeleton } from '../ui/skeleton';
import { accessWords as words } from '../words/access-words';
import { type AccessRecord, WhyVisibleDocument } from './access-document';
import { AccessMark, untilWords } from './access-mark';

/**
 * 「なぜ見えるか」 under the head of a section of a case. Nothing is asked before it is opened, and all sections of the page share one answer.
 * `paths`: the records of the section, by their way from the case.
 */
export function Why({ section, paths }: { section: string; paths: readonly string[] }) {
  const [isOpen, open] = useState(false);
  return (
    <details className="why" onToggle={(event) => open(event.currentTarget.open)}>
      <summary aria-label={words.whyOf(section)}>{words.why}</summary>
      {isOpen ? <Reasons paths={paths} /> : null}
    </details>
  );
}

function Reasons({ paths }: { paths: readonly string[] }) {
  const { id } = useParams({ from: '/cases/$id' });
  const { data, error, refetch } = useQuery(WhyVisibleDocument, { variables: { id } });
  if (error && !data?.whyVisible) return <ProblemNote problem={problemOf(error)} again={() => void refetch()} />;
  if (!data?.whyVisible) return <Skeleton lines={2} />;
  const records = data.whyVisible.records.filter(({ path }) => paths.includes(path));
  return (
    <ul className="why-records">
      {records.map((record) => (
        <Reason key={`${record.path} ${record.name}`} record={record} />
      ))}
    </ul>
  );
}

/** One record: why it is there, and which of its fields stand apart from it. */
function Reason({ record }: { record: AccessRecord }) {
  const { name, state, sentence, source, until, fields } = record;
  const withheld = state === 'SHOWN' ? fields.filter((field) => field.state !== 'SHOWN') : [];
  return (
    <li>
      <p className="line">
        <AccessMark state={state} />
        <strong>{name}</strong>
        {until ? <span>{untilWords(until)}</span> : null}
      </p>
      <p>{sentence}</p>
      <p className="hint">{source}</p>
      {withheld.map((field) => (
        <p key={field.field}>
          <AccessMark state={field.state} /> {field.label}：{field.sentence}
        </p>
      ))}
    </li>
  );
}
