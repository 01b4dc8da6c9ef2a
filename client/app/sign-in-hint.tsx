import { useEffect, useState } from 'react';
import { appWords } from '../words/app-words';

const words = appWords.signIn;

/** What to do when nobody is signed in: the way in; in the trial there are links for it. */
export function SignInHint() {
  const [isTrial, setTrial] = useState(false);
  useEffect(() => {
    void waysIn().then(({ demo }) => (demo ? setTrial(true) : location.assign('/sign-in')));
  }, []);
  if (!isTrial) return null;
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

async function waysIn(): Promise<{ demo: boolean }> {
  try {
    return (await (await fetch('/sign-in/ways')).json()) as { demo: boolean };
  } catch {
    return { demo: true };
  }
}
