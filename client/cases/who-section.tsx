import { useQuery } from '@apollo/client/react';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { problemOf } from '../graphql/problem';
import { ProblemNote } from '../ui/problem-note';
import { Skeleton } from '../ui/skeleton';
import { accessWords as words } from '../words/access-words';
import { administrationWords } from '../words/administration-words';
import { type AccessAudience, WhoCouldSeeDocument } from './access-document';
import { AccessMark, untilWords } from './access-mark';

/** 「だれが見られるか」: for those who serve the case; asked when it is opened. */
export function WhoSection() {
  const [isOpen, open] = useState(false);
  return (
    <details className="panel why" onToggle={(event) => open(event.currentTarget.open)}>
      <summary>{words.who}</summary>
      {isOpen ? <Who /> : null}
    </details>
  );
}

function Who() {
  const { id } = useParams({ from: '/cases/$id' });
  const { data, error, refetch } = useQuery(WhoCouldSeeDocument, { variables: { id } });
  if (error && !data?.whoCouldSee) return <ProblemNote problem={problemOf(error)} again={() => void refetch()} />;
  if (!data?.whoCouldSee) return <Skeleton lines={6} />;
  const { note, teams, roles, sessions } = data.whoCouldSee;
  return (
    <div className="who">
      <p className="note">{note}</p>
      <Teams teams={teams} />
      <h3>{words.byRole}</h3>
      <ul className="rows">
        {roles.map(({ role, sees, sentence }) => (
          <li key={role} className="row">
            <strong>{administrationWords.role[role] ?? role}</strong>
            <span>
              <AccessMark state={sees ? 'SHOWN' : 'HIDDEN'} /> {sentence}
            </span>
          </li>
        ))}
      </ul>
      <h3>{words.byConference}</h3>
      {sessions.length === 0 ? <p className="hint">{words.noConferences}</p> : null}
      <ul className="rows">
        {sessions.map(({ title, members, sentence, source }) => (
          <li key={title} className="row entry">
            <strong>{title}</strong>
            <span>{words.members(members)}</span>
            <span>{sentence}</span>
            <span className="hint">{source}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Teams({ teams }: Pick<AccessAudience, 'teams'>) {
  return (
    <>
      <h3>{words.byTeam}</h3>
      <ul className="rows">
        {teams.map(({ team, name, people, state, sentence, source, until, records }) => (
          <li key={team} className="row entry">
            <p className="line">
              <AccessMark state={state} />
              <strong>{name}</strong>
              <span>{words.people(people)}</span>
              {until ? <span>{untilWords(until)}</span> : null}
            </p>
            <p>{sentence}</p>
            {records.length > 0 ? <p>{records.map((one) => words.partly(one.name, one.shown, one.all)).join('、')}</p> : null}
            <p className="hint">{source}</p>
          </li>
        ))}
      </ul>
    </>
  );
}
