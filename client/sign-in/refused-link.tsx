import { signInWords } from '../words/sign-in-words';

const words = signInWords.refused;

/** A sign-in link of the trial that does not fit: written wrongly, or printed for other data. */
export function RefusedLink() {
  return (
    <section className="panel sign-in">
      <h1>{words.title}</h1>
      <p>{words.why}</p>
      <p>{words.how}</p>
      <p>
        <a href="/">{words.home}</a>
      </p>
    </section>
  );
}
