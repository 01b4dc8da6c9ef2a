import { useQuery } from '@apollo/client/react';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { maySteer, useMe } from '../app/use-me';
import { problemOf } from '../graphql/problem';
import { Button } from '../ui/button';
import { ProblemNote } from '../ui/problem-note';
import { Skeleton } from '../ui/skeleton';
import { minutesWords as words } from '../words/minutes-words';
import { type Minutes, type MinutesLevel, MinutesPageDocument } from './minutes-document';
import { MinutesSheet } from './minutes-sheet';
import { useTakingOut } from './use-taking-out';
import './minutes.css';

const levels = Object.keys(words.levels) as MinutesLevel[];

/** The minutes of one conference, at the level that the address names; the office's own begin with the whole of them. */
export function MinutesPage() {
  const { id } = useParams({ from: '/sessions/$id/minutes' });
  const { level: asked } = useSearch({ from: '/sessions/$id/minutes' });
  const { me } = useMe();
  const navigate = useNavigate({ from: '/sessions/$id/minutes' });
  const level = asked ?? (maySteer(me) ? 'OFFICE' : 'PARTICIPANTS');
  // Never from the cache: what one may read of it may have changed since.
  const { data, error, refetch } = useQuery(MinutesPageDocument, { variables: { session: id, level }, fetchPolicy: 'no-cache' });
  const minutes = data?.minutes;
  return (
    <div className="minutes">
      <header className="minutes-head">
        <p className="line">
          <Link to="/sessions/$id" params={{ id }}>
            ← {words.back}
          </Link>
        </p>
        <h1>{words.title}</h1>
        <label>
          {words.level}
          <select
            className="input"
            value={level}
            onChange={(event) => void navigate({ search: { level: event.target.value as MinutesLevel } })}
          >
            {levels.map((each) => (
              <option key={each} value={each}>
                {words.levels[each].name}
              </option>
            ))}
          </select>
        </label>
        <p className="hint">{words.levels[level].means}</p>
      </header>
      {error ? <Refused problem={problemOf(error)} again={() => void refetch()} /> : null}
      {!error && !minutes ? <Skeleton lines={8} /> : null}
      {!error && minutes ? <Shown minutes={minutes} /> : null}
    </div>
  );
}

function Refused({ problem, again }: { problem: ReturnType<typeof problemOf>; again: () => void }) {
  if (problem.code === 'DENIED' || problem.code === 'NOT_FOUND')
    return (
      <section className="panel" role="alert">
        <p>{words.none}</p>
        <p className="hint">{problem.sentence}</p>
      </section>
    );
  return <ProblemNote problem={problem} again={again} />;
}

function Shown({ minutes }: { minutes: Minutes }) {
  const { print, save, busy } = useTakingOut(minutes);
  const { forms } = minutes;
  return (
    <>
      <title>{`${words.title} ${minutes.title}｜まるごとハブ`}</title>
      {minutes.closedAt ? null : <p className="note minutes-draft">{words.draft}</p>}
      <div className="row-buttons minutes-buttons">
        {forms.includes('PRINT') ? <Button onPress={print}>{words.print}</Button> : null}
        {forms.includes('FILE') ? (
          <>
            <Button isPending={busy} onPress={() => save('docx')}>
              {words.word}
            </Button>
            <Button isPending={busy} onPress={() => save('xlsx')}>
              {words.excel}
            </Button>
          </>
        ) : null}
        {forms.length === 0 ? <p className="hint">{words.onScreen}</p> : null}
      </div>
      <MinutesSheet minutes={minutes} />
    </>
  );
}
