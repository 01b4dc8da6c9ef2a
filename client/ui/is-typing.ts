/** What a key handler needs of a keyboard event. */
export type KeyPress = Pick<KeyboardEvent, 'isComposing' | 'keyCode' | 'ctrlKey' | 'metaKey' | 'altKey' | 'defaultPrevented' | 'target'>;

const IME_KEY = 229;
const FIELD = 'input, textarea, select, [contenteditable="true"], [role="combobox"], [role="textbox"], [role="listbox"], [role="dialog"]';

/** Whether an input method is at work (変換中): its Enter ends the conversion and nothing else. */
export function isComposing({ isComposing, keyCode }: Pick<KeyboardEvent, 'isComposing' | 'keyCode'>): boolean {
  return isComposing || keyCode === IME_KEY;
}

/**
 * Whether the key belongs to an input method (変換中の Enter) or to a field, a list or a dialog: no shortcut may act then. With Ctrl, Alt or
 * the command key it is the browser's, unless the page means that very combination (`chord`).
 */
export function isTyping(event: KeyPress, chord = false): boolean {
  if (isComposing(event) || event.defaultPrevented) return true;
  if (event.altKey || (!chord && (event.ctrlKey || event.metaKey))) return true;
  const target = event.target as Partial<Element> | null;
  return typeof target?.closest === 'function' && target.closest(FIELD) !== null;
}
