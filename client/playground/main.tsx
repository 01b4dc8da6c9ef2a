import '../ui/fonts.css';
// The packages' own style sheets instead of `graphiql/style.css`, which carries Roboto and Fira Code as data: URLs (350 kB gzip)
// and a second copy of Monaco's.
import '@graphiql/react/style.css';
import '@graphiql/plugin-doc-explorer/style.css';
import '@graphiql/plugin-history/style.css';
import 'graphiql/graphiql.css';
import './playground.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { wholeFace } from '../ui/fonts-ready';
import { connectToHub } from './hub-connection';
import { installMonacoWorkers } from './monaco-workers';
import { whoIsHere } from './person';
import { Playground } from './playground';
import { words } from './words';

const hub = connectToHub();
const root = createRoot(document.getElementById('playground') as HTMLElement);
const say = (sentence: string) => root.render(<p className="say">{sentence}</p>);

function SignedOut() {
  return (
    <section className="say">
      <h1>{words.signIn}</h1>
      <p>{words.signInHow}</p>
      <p>
        <a href="/">{words.toSignIn}</a>
      </p>
    </section>
  );
}

async function open(): Promise<void> {
  say(words.loading);
  const person = await whoIsHere(hub.ask);
  if (!person) return root.render(<SignedOut />);
  installMonacoWorkers();
  root.render(
    <StrictMode>
      <Playground person={person} hub={hub} />
    </StrictMode>,
  );
  void wholeFace();
}

// Somebody has left this browser (`offline/left.ts`): the console ends their sign-in.
if (localStorage.getItem('marugoto-left') !== null) location.replace('/');
open().catch(() => say(words.unreachable));
