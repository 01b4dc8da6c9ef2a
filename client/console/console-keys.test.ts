import { describe, expect, it } from 'vitest';
import { consoleWords } from '../words/console-words';
import { consoleKeys, type KeyChoice, keyCap, keysOf, usualKeys, withKey, withoutKey } from './console-keys';

const taken = (choice: KeyChoice) => consoleKeys.flatMap((key) => keysOf(key, choice));

describe('the keys of the console', () => {
  it('are told by the help, all of them, and no key has two acts', () => {
    expect(consoleKeys.map(({ act }) => act).toSorted()).toEqual(Object.keys(consoleWords.keys.acts).toSorted());
    expect(new Set(taken(usualKeys)).size).toBe(taken(usualKeys).length);
    for (const key of consoleKeys) expect(keysOf(key, usualKeys).length).toBeGreaterThan(0);
  });

  it('stand in the help as on a keyboard', () => {
    expect(['KeyR', 'Ctrl+KeyZ', 'ArrowRight', 'PageDown', 'Digit1', '.'].map(keyCap)).toEqual(['R', 'Ctrl＋Z', '→', 'PageDown', '1', '.']);
  });

  it('are changed one by one, and given back', () => {
    const changed = withKey(usualKeys, 'role', 'KeyT') as KeyChoice;
    expect([taken(changed).includes('KeyT'), taken(changed).includes('KeyR')]).toEqual([true, false]);
    expect(withoutKey(changed, 'role')).toEqual(usualKeys);
  });

  it('are never taken from another act, nor from a clicker, nor from the browser', () => {
    expect(withKey(usualKeys, 'role', 'KeyN')).toEqual({ because: 'taken', by: 'action' });
    expect(withKey(usualKeys, 'role', 'KeyB')).toEqual({ because: 'fixed', by: 'hide' });
    for (const code of ['F5', 'Tab', 'Escape', 'Enter', 'Space', 'PageDown', 'ArrowDown', ''])
      expect(withKey(usualKeys, 'role', code)).toEqual({ because: 'unusable' });
    const moved = withKey(withKey(usualKeys, 'role', 'KeyT') as KeyChoice, 'action', 'KeyR') as KeyChoice;
    expect(withoutKey(moved, 'role')).toEqual({ because: 'taken', by: 'action' });
    // Also while single characters are off: they may be turned on again.
    expect(withKey({ ...usualKeys, characters: false }, 'role', 'KeyN')).toEqual({ because: 'taken', by: 'action' });
  });

  it('can be turned off where they are single characters; a clicker still pages', () => {
    const off = taken({ ...usualKeys, characters: false });
    expect(off.filter((key) => /^Key|^.$/.test(key))).toEqual([]);
    expect(off).toEqual(expect.arrayContaining(['PageDown', 'PageUp', 'Enter', 'Space', 'Ctrl+KeyZ']));
  });
});
