import { useQuery } from '@apollo/client/react';
import { useEffect, useRef, useState } from 'react';
import type { Wording } from '../console/conflict-rows';
import { Conflicts } from '../console/conflicts';
import { Reread } from '../console/reread';
import { problemOf } from '../graphql/problem';
import { ProblemNote } from '../ui/problem-note';
import { Skeleton } from '../ui/skeleton';
import { consoleWords } from '../words/console-words';
import { inboxWords as words } from '../words/inbox-words';
import './inbox.css';
import { type InboxData, InboxPageDocument } from './inbox-document';
import { InboxRow } from './inbox-row';
import { useInboxStanding } from './use-inbox-standing';

type Filter = keyof typeof words.filters;

const passes: Readonly<Record<Filter, (one: InboxData) => boolean>> = {
  ALL: () => true,
  LATE: ({ isLate }) => isLate,
  NEW: ({ standing }) => standing === 'NEW',
  GIVEN_BACK: ({ standing }) => standing === 'GIVEN_BACK',
  DONE: () => true,
};

/** What somebody else at the desk, or the room, has made of a row. */
const wording: Wording = (field, value) => {
  if (field === 'status') return consoleWords.conflict.action[value];
  return field === 'accepted' ? words.isAccepted[value] : undefined;
};

/** What conferences have asked of the own organisation: what is late first. Whatever is decided meanwhile comes in by itself. */
export function InboxPage() {
  const [filter, choose] = useState<Filter>('ALL');
  // Never from the cache: what one may know of it may have changed since.
  const { data, error, refetch } = useQuery(InboxPageDocument, { variables: { done: filter === 'DONE' }, fetchPolicy: 'no-cache' });
  const mark = useInboxStanding()?.mark;
  const seen = useRef(mark);
  useEffect(() => {
    if (seen.current !== undefined && mark !== undefined && seen.current !== mark) void refetch();
    seen.current = mark ?? seen.current;
  }, [mark, refetch]);
  const shown = data?.inbox.filter(passes[filter]);
  const again = () => void refetch();
  return (
    <Reread value={again}>
      <title>{`${words.title}｜まるごとハブ`}</title>
      <div className="page-head">
        <h1>{words.title}</h1>
        <label>
          {words.filter}{' '}
          <select className="input" value={filter} onChange={(event) => choose(event.target.value as Filter)}>
            {Object.entries(words.filters).map(([value, word]) => (
              <option key={value} value={value}>
                {word}
              </option>
            ))}
          </select>
        </label>
      </div>
      <p className="hint">{words.hint}</p>
      {error && !data ? <ProblemNote problem={problemOf(error)} again={again} /> : null}
      {!data && !error ? <Skeleton lines={6} /> : null}
      {shown ? (
        <Conflicts wording={wording}>
          <section className="panel" aria-label={words.filters[filter]}>
            {shown.length === 0 ? <p className="hint">{words.none[filter]}</p> : null}
            <ul className="rows inbox-rows">
              {shown.map((one) => (
                <InboxRow key={one.id} one={one} again={again} />
              ))}
            </ul>
          </section>
        </Conflicts>
      ) : null}
    </Reread>
  );
}
