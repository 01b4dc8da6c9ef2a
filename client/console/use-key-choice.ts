import { createContext, useContext, useState } from 'react';
import { type Act, consoleKeys, type KeyChoice, keyCap, keysOf, usualKeys } from './console-keys';

const STORED = 'keys:';

/** The keys as this person has chosen them in this browser: places of keys, and nothing else. */
export function useKeyChoice(account: string | undefined): readonly [choice: KeyChoice, choose: (choice: KeyChoice) => void] {
  const place = `${STORED}${account ?? ''}`;
  const [choice, set] = useState(() => stored(place));
  const choose = (next: KeyChoice): void => {
    localStorage.setItem(place, JSON.stringify(next));
    set(next);
  };
  return [choice, choose];
}

function stored(place: string): KeyChoice {
  try {
    const { characters, own } = JSON.parse(localStorage.getItem(place) ?? '{}') as Partial<KeyChoice>;
    return { characters: characters ?? true, own: own ?? {} };
  } catch {
    return usualKeys;
  }
}

/** The keys that act on this page. */
export const KeysNow = createContext<KeyChoice>(usualKeys);

/** A word with the key that does the same, as it is now; the word alone where no key does. */
export function useWithKey(): (word: string, act: Act) => string {
  const choice = useContext(KeysNow);
  return (word, act) => {
    const key = consoleKeys.find((one) => one.act === act);
    const [first] = key ? keysOf(key, choice) : [];
    return first ? `${word}（${keyCap(first)}）` : word;
  };
}
