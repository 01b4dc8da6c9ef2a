import { describe, expect, it } from 'vitest';
import { isTyping, type KeyPress } from './is-typing';

const press: KeyPress = {
  isComposing: false,
  keyCode: 78,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  defaultPrevented: false,
  target: null,
};
const within = (selector: string) => ({ closest: (asked: string) => (asked.includes(selector) ? {} : null) }) as unknown as EventTarget;

describe('single keys', () => {
  it('act on the page', () => {
    expect(isTyping({ ...press, target: within('nothing that holds text') })).toBe(false);
  });
  it('belong to the input method while it composes', () => {
    expect(isTyping({ ...press, isComposing: true })).toBe(true);
    expect(isTyping({ ...press, keyCode: 229 })).toBe(true);
  });
  it('belong to fields, lists and dialogs', () => {
    for (const place of ['input', '[role="listbox"]', '[role="dialog"]']) expect(isTyping({ ...press, target: within(place) })).toBe(true);
  });
  it('leave the combinations of browser and system alone', () => {
    expect(isTyping({ ...press, ctrlKey: true })).toBe(true);
  });
  it('take one of them where the page means it, and nowhere near text', () => {
    expect(isTyping({ ...press, ctrlKey: true }, true)).toBe(false);
    expect(isTyping({ ...press, ctrlKey: true, altKey: true }, true)).toBe(true);
    expect(isTyping({ ...press, ctrlKey: true, target: within('input') }, true)).toBe(true);
  });
});
