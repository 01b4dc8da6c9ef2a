import { Link } from '@tanstack/react-router';
import { appWords as words } from '../words/app-words';

/** An address that no page has. */
export function MissingPage() {
  return (
    <section className="panel narrow">
      <h1>{words.missing}</h1>
      <Link to="/">{words.toHome}</Link>
    </section>
  );
}
