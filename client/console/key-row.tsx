import { type KeyboardEvent, useState } from 'react';
import { isComposing } from '../ui/is-typing';
import { consoleWords } from '../words/console-words';
import { type ConsoleKey, type KeyChoice, keyCap, keysOf, ownKey, type Refusal, withKey, withoutKey } from './console-keys';

const words = consoleWords.keys;

interface KeyRowProps {
  readonly entry: ConsoleKey;
  readonly choice: KeyChoice;
  readonly choose: (choice: KeyChoice) => void;
}

/** One act of the help: its keys, and the button that waits for another. */
export function KeyRow({ entry, choice, choose }: KeyRowProps) {
  const [waiting, wait] = useState(false);
  const [refusal, refuse] = useState<string>();
  const { act } = entry;
  const what = words.acts[act];
  const keys = keysOf(entry, choice);
  const word = ownKey(entry, choice) ? words.change : words.add;
  const take = (next: KeyChoice | Refusal): void => {
    if ('because' in next) return void refuse(inWords(next));
    choose(next);
    refuse(undefined);
    wait(false);
  };
  const press = (event: KeyboardEvent): void => {
    if (!waiting || isComposing(event.nativeEvent) || event.key === 'Tab') return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Escape') wait(false);
    else take(withKey(choice, act, event.code));
  };
  return (
    <div data-act={act}>
      <dt>
        {keys.length === 0 ? words.none : null}
        {keys.map((key) => (
          <kbd key={key}>{keyCap(key)}</kbd>
        ))}
      </dt>
      <dd>
        {what}
        {refusal ? (
          <span role="alert" className="fault">
            {refusal}
          </span>
        ) : null}
      </dd>
      <dd className="row-buttons">
        <button
          type="button"
          className="button button-quiet"
          aria-label={waiting ? words.press : `${word}：${what}`}
          onKeyDown={press}
          onClick={() => wait(!waiting)}
          onBlur={() => wait(false)}
        >
          {waiting ? words.press : word}
        </button>
        {choice.own[act] ? (
          <button
            type="button"
            className="button button-quiet"
            aria-label={`${words.usual}：${what}`}
            onClick={() => take(withoutKey(choice, act))}
          >
            {words.usual}
          </button>
        ) : null}
      </dd>
    </div>
  );
}

function inWords(refusal: Refusal): string {
  return refusal.because === 'unusable' ? words.unusable : words[refusal.because](words.acts[refusal.by]);
}
