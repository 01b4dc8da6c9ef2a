import { useCallback, useEffect, useState } from 'react';
import { signInWords } from '../words/sign-in-words';
import { ask, type Here, type Session } from './ask';
import { CodeStep } from './code-step';
import { EnrolStep } from './enrol-step';
import type { Next } from './next';
import { PasswordStep } from './password-step';
import { RefusedLink } from './refused-link';
import { SetupStep } from './setup-step';

const words = signInWords.back;

type Place =
  | { readonly at: 'looking' }
  | { readonly at: 'refused' }
  | { readonly at: 'password'; readonly note?: string }
  | { readonly at: 'code'; readonly ticket?: string }
  | { readonly at: 'setup'; readonly token: string }
  | { readonly at: 'enrol'; readonly forced: boolean };

/** Read once, before anything is drawn. */
const brought = placeBrought();

/** One step after another, until one is in. What the address carries behind the # is taken out of it at once. */
export function SignIn() {
  const [place, go] = useState<Place>(brought ?? { at: 'looking' });
  const look = useCallback(async (isNew = false): Promise<void> => {
    const { body } = await ask<Here>('/session');
    go(body?.isSignedIn ? (placeOf(body, isNew) ?? enter()) : { at: 'password' });
  }, []);
  useEffect(() => {
    if (!brought) void look();
  }, [look]);
  const next = (answer: Next): void => (answer.next === 'DONE' ? void look() : go({ at: 'code', ticket: answer.ticket }));
  const again = (): void => go({ at: 'password' });
  if (place.at === 'refused') return <RefusedLink />;
  if (place.at === 'password') return <PasswordStep note={place.note} next={next} />;
  if (place.at === 'code' && place.ticket) return <CodeStep ticket={place.ticket} done={() => void look()} again={again} />;
  if (place.at === 'code') return <CodeStep done={() => go(enter())} again={again} skip={() => go(enter())} />;
  if (place.at === 'setup') return <SetupStep token={place.token} done={() => void look(true)} />;
  if (place.at === 'enrol') return <EnrolStep forced={place.forced} done={() => go(enter())} />;
  return null;
}

/** What still has to be done by whoever is signed in; nothing: undefined. */
function placeOf({ strong, needsSecondFactor, hasSecondFactor }: Session, isNew: boolean): Place | undefined {
  if (strong || !(needsSecondFactor || isNew)) return undefined;
  return hasSecondFactor ? { at: 'code' } : { at: 'enrol', forced: needsSecondFactor };
}

/** To the hub, as a page that is loaded afresh. */
function enter(): Place {
  location.assign('/');
  return { at: 'looking' };
}

function placeBrought(): Place | undefined {
  const [name, value = ''] = location.hash.slice(1).split('=');
  if (!name) return undefined;
  history.replaceState(null, '', location.pathname);
  if (name === 'refused') return { at: 'refused' };
  if (name === 'setup') return { at: 'setup', token: value };
  if (name === 'unknown') return { at: 'password', note: words.unknown(decodeURIComponent(value)) };
  if (name === 'unavailable') return { at: 'password', note: words.unavailable };
  return name === 'failed' ? { at: 'password', note: words.failed } : undefined;
}
