import { useEffect, useEffectEvent } from 'react';
import { isTyping } from './is-typing';

/**
 * Actions by `event.code` (the place of the key, so that kana input does not matter), by `event.key` for signs, or by `Ctrl+` and the code
 * (the command key counts as Ctrl).
 */
export type KeyMap = Readonly<Record<string, () => void>>;

/** Listens for keys on the page: the one listener there is. Enter and Space stay with a focused button or link, unless that gives Enter away (`data-enter="page"`). */
export function useKeys(keys: KeyMap): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    const chord = event.ctrlKey || event.metaKey;
    const act = chord ? keys[`Ctrl+${event.code}`] : (keys[event.key] ?? keys[event.code]);
    if (!act || (chord && event.shiftKey) || isTyping(event, chord) || document.querySelector('[role="dialog"]')) return;
    if (presses(event)) return;
    event.preventDefault();
    act();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => press(event);
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
}

/** Whether the key presses what has the focus. */
function presses({ key, target }: KeyboardEvent): boolean {
  if (key === 'Enter') return (target as Element).closest('button:not([data-enter="page"]), a, summary') !== null;
  return key === ' ' && (target as Element).closest('button, summary') !== null;
}
