import type { CDPSession, Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

/** The lines to write in that a window shows, by the file of the client that draws them. */
export type Lines = Readonly<Record<string, readonly string[]>>;

const FIELDS = ['input:not([type])', 'input[type=text]', 'input[type=search]', 'input[type=email]', 'textarea', '[contenteditable=true]'];
const DIALOG = '[role="dialog"]';
/** Keys of somebody who converts: a letter, a candidate, giving up, the end. The page sees them as the input method's (229), by either name. */
const KEYS = [
  ['Process', 'KeyR'],
  ['ArrowDown', 'ArrowDown'],
  ['Escape', 'Escape'],
  ['Enter', 'Enter'],
] as const;
const IME_KEY = 229;
const LONGEST_MS = 20_000;

/**
 * Writes Japanese into every line of a window as an input method does: a composition with the keys that convert, give up and end it, the text, and the
 * Enter that some browsers tell of after the end. Meanwhile nothing may be sent, opened, closed or left, and the text must stay whole. Then comes the
 * Enter that is meant. Nothing is changed by it: whatever the page would send is answered in the page itself, with a refusal.
 */
export class ImeWalk {
  /** All that was written into. */
  readonly walked: Lines[] = [];

  private constructor(
    readonly page: Page,
    private readonly keys: CDPSession,
  ) {}

  static async on(page: Page): Promise<ImeWalk> {
    await page.addInitScript(refuseWrites);
    return new ImeWalk(page, await page.context().newCDPSession(page));
  }

  /** What the hub is to have said on pages opened from now on, by method and path. */
  async says(said: Readonly<Record<string, unknown>>): Promise<void> {
    await this.page.addInitScript((answers) => Object.assign(globalThis, { said: answers }), said);
  }

  /** Presses a button, writes into what it opens, and closes that again. */
  async opens(button: string | RegExp, lines: Lines, sends = true): Promise<void> {
    const under = await this.open(button);
    await this.writes(lines, sends);
    await this.close(under);
  }

  /** Presses a button that opens a window, and says how many were open before. */
  async open(button: string | RegExp): Promise<number> {
    const under = await this.page.locator(DIALOG).count();
    const found = this.page.getByRole('button', { name: button, exact: typeof button === 'string' }).first();
    await found.focus();
    await this.page.keyboard.press('Enter');
    await this.page.locator(DIALOG).nth(under).waitFor();
    return under;
  }

  /** Closes windows until so many are left. */
  async close(left = 0): Promise<void> {
    await expect
      .poll(
        async () => {
          const open = await this.page.locator(DIALOG).count();
          if (open > left) await this.page.keyboard.press('Escape');
          return open;
        },
        { timeout: LONGEST_MS, interval: 60 },
      )
      .toBe(left);
  }

  /** Writes into every line of the uppermost window, or of the page. `sends`: an Enter in the first of them sends what stands there. */
  async writes(lines: Lines, sends = false): Promise<void> {
    const labels = Object.values(lines).flat();
    const window = this.page.locator(DIALOG);
    const scope = (await window.count()) > 0 ? window.last() : this.page.locator('body');
    const fields = scope.locator(FIELDS.map((each) => `${each}:visible`).join(', '));
    await expect.poll(() => fields.evaluateAll(labelsOf), { timeout: LONGEST_MS }).toEqual([...labels].sort());
    await this.page.evaluate('sent.length = 0');
    for (const field of await fields.all()) await this.#compose(field);
    if (sends) await this.#send(fields);
    expect(await this.#sent(), labels.join('・')).toHaveLength(sends ? 1 : 0);
    this.walked.push(lines);
  }

  async #compose(field: Locator): Promise<void> {
    const { keys, page } = this;
    await field.evaluate((input: HTMLInputElement) => {
      input.focus();
      input.select();
    });
    const before = { windows: await page.locator(DIALOG).count(), url: page.url() };
    const converting = (text: string) => keys.send('Input.imeSetComposition', { text, selectionStart: 2, selectionEnd: 2 });
    // Sent in one go, and done in this order.
    await Promise.all([
      converting('かな'),
      ...KEYS.flatMap(([key, code]) => this.#key(key, code)),
      converting('仮名'),
      keys.send('Input.insertText', { text: '仮名' }),
      ...this.#key('Enter', 'Enter'),
    ]);
    const after = await field.evaluate((input: HTMLInputElement) => ({
      value: input.value,
      hasFocus: document.activeElement === input,
      url: location.href,
    }));
    const found = { ...after, windows: await page.locator(DIALOG).count(), sent: await this.#sent() };
    expect(found).toEqual({ ...before, value: '仮名', hasFocus: true, sent: [] });
  }

  #key(key: string, code: string): Promise<unknown>[] {
    const event = { key, code, windowsVirtualKeyCode: IME_KEY, nativeVirtualKeyCode: IME_KEY };
    return (['rawKeyDown', 'keyUp'] as const).map((type) => this.keys.send('Input.dispatchKeyEvent', { type, ...event }));
  }

  #sent(): Promise<readonly string[]> {
    return this.page.evaluate('sent');
  }

  /** The Enter that is meant, once everything else that the form asks for is there. */
  async #send(fields: Locator): Promise<void> {
    const plain = fields.and(this.page.locator(':not([role=combobox])'));
    const first = ((await plain.count()) > 0 ? plain : fields).first();
    const days = first
      .locator('xpath=ancestor::form')
      .locator('input[type=date], input[type=datetime-local], input[type=time], input[type=password]');
    for (const day of await days.all())
      if ((await day.inputValue()) === '') await day.fill(filling[(await day.getAttribute('type')) ?? ''] ?? '');
    await first.focus();
    await this.page.keyboard.press('Enter');
    await expect.poll(() => this.#sent(), { timeout: LONGEST_MS, interval: 30 }).not.toEqual([]);
  }
}

const filling: Readonly<Record<string, string>> = {
  date: '2027-01-15',
  'datetime-local': '2027-01-15T10:00',
  time: '10:00',
  password: 'ぶどうと桃と西の風',
};

/** Runs in the page: reads go to the hub; whatever would change something is noted, and refused. */
function refuseWrites(): void {
  const sent: string[] = [];
  const ask = globalThis.fetch;
  const reads = ['/presence', '/sign-in/setup/look'];
  const refusal = { code: 'INVALID', message: '試験のために断りました。', fields: {} };
  const answer = (body: unknown, status = 200) =>
    new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } });
  Object.assign(globalThis, {
    sent,
    said: {},
    fetch: async (input: RequestInfo | URL, init: RequestInit = {}) => {
      const { pathname } = new URL(String(input), location.href);
      const said = (globalThis as unknown as { said: Record<string, unknown> }).said[`${init.method ?? 'GET'} ${pathname}`];
      if (said) return answer(said);
      const isChange = pathname === '/graphql' ? /"query":"\s*mutation\b/.test(String(init.body)) : !reads.includes(pathname);
      if (init.method !== 'POST' || !isChange) return ask(input, init);
      sent.push(pathname);
      return pathname === '/graphql'
        ? answer({ data: null, errors: [{ message: refusal.message, extensions: refusal }] })
        : answer(refusal, 400);
    },
  });
}

/** Runs in the page. What a line is called, without what its row is called (「：」) and which of many it is. */
function labelsOf(fields: Element[]): string[] {
  const called = fields.map((input) => {
    const { labels } = input as HTMLInputElement;
    return (input.getAttribute('aria-label') ?? labels?.[0]?.innerText ?? '').replace(/^.*：/s, '').replace(/ \d+$/, '').trim();
  });
  return [...new Set(called)].sort();
}
