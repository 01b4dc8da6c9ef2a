import { Link } from '@tanstack/react-router';
import { appWords as words } from '../words/app-words';

/** Nothing here that this person may see, said calmly and with a way on. */
export function NoSuch({ sentence }: { sentence: string }) {
  return (
    <section className="panel narrow">
      <h1>{words.noSuch}</h1>
      <p>{sentence}</p>
      <p>
        <Link to="/">{words.toHome}</Link>
      </p>
    </section>
  );
}
