import { consoleWords } from '../words/console-words';

/** What can be done by key, as the words of the help call it. */
export type Act = keyof typeof consoleWords.keys.acts;

/** One act of the console and its keys: places of keys (`event.code`), signs (`event.key`), or `Ctrl+` and a place. */
export interface ConsoleKey {
  readonly act: Act;
  /** The key that a person may change; where there is none one may be added. */
  readonly own?: string;
  /** Keys that nobody may change: those of a slide clicker, and those that every program has. */
  readonly fixed?: readonly string[];
}

/** Every key of the console, in the order of the help. There is no other list: help, listener and changed keys are read from this one. */
export const consoleKeys: readonly ConsoleKey[] = [
  { act: 'role', own: 'KeyR' },
  { act: 'action', own: 'KeyN' },
  { act: 'decision', own: 'KeyD' },
  { act: 'next', fixed: ['ArrowRight', 'PageDown'] },
  { act: 'back', fixed: ['ArrowLeft', 'PageUp'] },
  { act: 'quickAction', own: 'KeyL' },
  { act: 'quickNote', own: 'KeyI' },
  { act: 'focus', own: 'KeyV' },
  { act: 'slides', own: 'KeyG' },
  { act: 'textStep', own: 'KeyZ' },
  { act: 'furigana', own: 'KeyY' },
  { act: 'easy', own: 'KeyH' },
  { act: 'follow', own: 'KeyO' },
  { act: 'down', own: 'KeyJ' },
  { act: 'up', own: 'KeyK' },
  { act: 'bring', fixed: ['Enter'] },
  { act: 'hide', fixed: ['KeyB', '.'] },
  { act: 'freeze', own: 'KeyF' },
  { act: 'park', own: 'KeyX' },
  { act: 'pause', fixed: ['Space'] },
  { act: 'more', fixed: ['+'] },
  { act: 'less', fixed: ['-'] },
  { act: 'undo', fixed: ['Ctrl+KeyZ'] },
  { act: 'recent', own: 'KeyU' },
  { act: 'print', own: 'KeyP' },
  { act: 'help', fixed: ['?'] },
];

/** What a person has made of it on this machine. */
export interface KeyChoice {
  /** Single characters act at all (WCAG 2.1.4). Arrows, paging, Enter, Space and Ctrl+Z are no characters and go on. */
  readonly characters: boolean;
  /** Changed keys. */
  readonly own: Readonly<Partial<Record<Act, string>>>;
}

export const usualKeys: KeyChoice = { characters: true, own: {} };

/** The key of an act that may be changed, as it stands now. */
export function ownKey({ act, own }: ConsoleKey, choice: KeyChoice): string | undefined {
  return choice.own[act] ?? own;
}

/** All keys of an act as they act now. */
export function keysOf(key: ConsoleKey, choice: KeyChoice): readonly string[] {
  const own = ownKey(key, choice);
  const all = [...(own ? [own] : []), ...(key.fixed ?? [])];
  return choice.characters ? all : all.filter((one) => !isCharacter(one));
}

/** Why an act cannot have a key. */
export type Refusal = { readonly because: 'unusable' } | { readonly because: 'fixed' | 'taken'; readonly by: Act };

/** Letters, digits, and the function keys that browsers leave alone. */
const USABLE = /^(Key[A-Z]|Digit\d|F[2-4]|F[7-9]|F10)$/;

/** Gives an act another key, or says why not. A key that another act has is never taken from it. */
export function withKey(choice: KeyChoice, act: Act, code: string): KeyChoice | Refusal {
  if (!USABLE.test(code)) return { because: 'unusable' };
  const all: KeyChoice = { ...choice, characters: true };
  const other = consoleKeys.find((key) => key.act !== act && keysOf(key, all).includes(code));
  if (other) return { because: other.fixed?.includes(code) ? 'fixed' : 'taken', by: other.act };
  return { ...choice, own: { ...choice.own, [act]: code } };
}

/** Gives an act its usual key back. That may have gone to another meanwhile. */
export function withoutKey(choice: KeyChoice, act: Act): KeyChoice | Refusal {
  const { [act]: _, ...own } = choice.own;
  const usual = consoleKeys.find((key) => key.act === act)?.own;
  if (usual === undefined) return { ...choice, own };
  const given = withKey({ ...choice, own }, act, usual);
  return 'because' in given ? given : { ...choice, own };
}

/** A key as it stands on a keyboard. */
export function keyCap(key: string): string {
  return caps[key] ?? key.replace(/^Ctrl\+/, 'Ctrl＋').replace(/Key|Digit/, '');
}

const caps: Readonly<Record<string, string>> = { ArrowRight: '→', ArrowLeft: '←', '+': '＋', '-': '−' };

function isCharacter(key: string): boolean {
  return /^(Key[A-Z]|Digit\d)$/.test(key) || key.length === 1;
}
