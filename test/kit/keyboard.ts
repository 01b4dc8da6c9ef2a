import type { BrowserContext, Locator, Page } from 'playwright-core';

/** The hands of somebody who has no pointer. */
export interface Keyboard {
  /** Goes to a control by Tab alone. */
  to(target: Locator): Promise<void>;
  /** Goes there and presses Enter. */
  press(target: Locator): Promise<void>;
  /** Goes there and writes over what it holds. */
  write(field: Locator, text: string): Promise<void>;
  /** Goes there and writes a day, part by part, as the browser asks for it. */
  writeDay(field: Locator, day: string): Promise<void>;
  /** Goes to a list to type in, types a part of the name, and takes what the list offers first. */
  choose(field: Locator, text: string): Promise<void>;
  /** Goes through the browser's own list, by what it shows. */
  select(field: Locator, name: string): Promise<void>;
  /** Leaves whatever field has the focus, so that single keys are the page's. */
  free(): Promise<void>;
  /** One key, or a chord. */
  key(name: string): Promise<void>;
}

/** As many presses as the longest page takes to come round. */
const ROUND = 400;
const FIELD = 'input, textarea, select, [role="combobox"]';

export function keyboardOf(page: Page): Keyboard {
  const { keyboard } = page;
  const to = async (target: Locator): Promise<void> => {
    await target.waitFor();
    // The element itself: while a list hangs open over the page, the rest of it has no roles.
    let element = await target.elementHandle();
    for (let presses = 1; presses <= ROUND; presses += 1) {
      if (await element?.evaluate((one) => one === document.activeElement)) return;
      await keyboard.press('Tab');
      // A row that was drawn anew meanwhile is another element.
      if (presses % 100 === 0) element = await target.elementHandle();
    }
    throw new Error(`no way by keyboard to ${target}`);
  };
  return {
    to,
    key: (name) => keyboard.press(name),
    press: async (target) => {
      await to(target);
      await keyboard.press('Enter');
    },
    write: async (field, text) => {
      await to(field);
      await keyboard.press('ControlOrMeta+a');
      await keyboard.insertText(text);
    },
    writeDay: async (field, day) => {
      await to(field);
      const [year = '', month = '', date = ''] = day.split('-');
      // A browser asks for the parts in the order of its own language, whatever the page's is.
      await keyboard.type(`${month}${date}${year}`);
      if ((await field.inputValue()) === day) return;
      for (let part = 0; part < 3; part += 1) await keyboard.press('ArrowLeft');
      await keyboard.type(year);
      await keyboard.press('ArrowRight');
      await keyboard.type(`${month}${date}`);
    },
    choose: async (field, text) => {
      await to(field);
      await keyboard.press('ControlOrMeta+a');
      await keyboard.insertText(text);
      await page.getByRole('option', { name: text }).first().waitFor();
      await keyboard.press('ArrowDown');
      await keyboard.press('Enter');
    },
    select: async (field, name) => {
      await to(field);
      const [shown, length] = [
        () => field.evaluate((one: HTMLSelectElement) => one.selectedOptions[0]?.text),
        await field.locator('option').count(),
      ];
      await keyboard.press('Home');
      for (let presses = 0; presses < length && (await shown()) !== name; presses += 1) await keyboard.press('ArrowDown');
      if ((await shown()) !== name) throw new Error(`no ${name} in ${field}`);
    },
    free: async () => {
      while (await page.evaluate((field) => document.activeElement?.matches(field), FIELD)) await keyboard.press('Tab');
    },
  };
}

/** Counts from now on what a pointer does on pages of this browser, and what they print. Asked of a page: `pointed`, `printed`. */
export async function watchHands(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const hands = { pointed: 0, printed: 0 };
    for (const kind of ['pointerdown', 'mousedown', 'touchstart']) addEventListener(kind, () => hands.pointed++, true);
    Object.assign(window, { hands, print: () => hands.printed++ });
  });
}

/** What the hands did on the page since it was opened. */
export function handsOn(page: Page): Promise<{ readonly pointed: number; readonly printed: number }> {
  return page.evaluate('window.hands');
}
