import { appWords } from '../words/app-words';

const words = appWords.signIn;

/** What to do when nobody is signed in. */
export function SignInHint() {
  return (
    <section className="panel narrow">
      <h1>{words.title}</h1>
      <p>{words.how}</p>
      <p>{words.who}</p>
      <p>{words.again}</p>
      <p>
        {words.display} <a href="/display">{words.openDisplay}</a>
      </p>
    </section>
  );
}
