import { Link } from '@tanstack/react-router';
import { useMe } from '../app/use-me';
import { appWords } from '../words/app-words';
import { consoleWords } from '../words/console-words';
import { Sessions } from './sessions';

const words = consoleWords.home;

/** Which conferences stand before one; for analysts, who hold none, what there is instead. */
export function HomePage() {
  const { me } = useMe();
  if (!me) return null;
  return me.audience === 'staff' ? <Sessions me={me} /> : <Analyst />;
}

function Analyst() {
  const { indicators, resources, playground } = words.analystPages;
  return (
    <>
      <h1>{appWords.pages.start}</h1>
      <p>{words.analystHint}</p>
      <ul className="panel doorways">
        <li>
          <Link to="/indicators">{appWords.pages.indicators}</Link>
          <span>{indicators}</span>
        </li>
        <li>
          <Link to="/resources">{appWords.pages.resources}</Link>
          <span>{resources}</span>
        </li>
        <li>
          <a href="/playground">{appWords.pages.playground}</a>
          <span>{playground}</span>
        </li>
      </ul>
    </>
  );
}
