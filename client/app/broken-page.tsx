import { appWords as words } from '../words/app-words';

/** A page that has stumbled: what is so, and the way to try again. */
export function BrokenPage({ reset }: { reset: () => void }) {
  return (
    <section className="panel narrow" role="alert">
      <h1>{words.broken}</h1>
      <p>{words.brokenHint}</p>
      <button type="button" className="button button-main" onClick={reset}>
        {words.again}
      </button>
    </section>
  );
}
