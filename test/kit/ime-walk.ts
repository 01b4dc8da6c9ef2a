import type { CDPSession, Locator, Page, Request, Route } from 'playwright-core';

/** What became of one field that somebody typed Japanese into. */
export interface Typed {
  /** Page, window and label. */
  readonly field: string;
  /** What happened while the input method was still converting. Must be nothing. */
  readonly early: readonly string[];
  /** How often the real Enter sent something. At most once. */
  readonly sent: number;
}

const FIELDS =
  'input:not([type]), input[type="text"], input[type="search"], input[type="email"], input[type="tel"], input[type="number"], textarea, [contenteditable="true"]';
const DIALOG = '[role="dialog"]';
/** How long a button may take to open something. */
const OPENS_MS = 700;

/**
 * Types into every text field of a page, of what opens on it and of every window that one of its buttons opens, as an input method does: a
 * composition, the Enter that ends it (key code 229), the text, then the Enter that is meant. Nothing is written: whatever the page sends is
 * answered with a refusal. Fields of one kind (a row's) are tried once. `seen` remembers them over pages.
 */
export class ImeWalk {
  readonly typed: Typed[] = [];
  readonly #seen = new Set<string>();
  readonly #sent: string[] = [];
  #keys: CDPSession | undefined;

  constructor(private readonly page: Page) {}

  async begin(): Promise<void> {
    this.#keys = await this.page.context().newCDPSession(this.page);
    await this.page.addInitScript(() => {
      window.print = () => undefined;
    });
    await this.page.route('**/*', (route) => this.#answer(route));
  }

  /** Walks a page; `ready` says when it stands. */
  async walk(
    address: string,
    ready: (page: Page) => Promise<unknown>,
    place = new URL(address).pathname.split('/')[1] ?? '',
  ): Promise<void> {
    const open = async (): Promise<void> => {
      await this.page.goto(address);
      await ready(this.page);
      await this.page.evaluate(() => {
        for (const one of document.querySelectorAll('details')) one.open = true;
      });
    };
    await open();
    await this.#fields(place);
    const pressed = new Set<string>();
    for (let name = await this.#nextButton(pressed); name !== undefined; name = await this.#nextButton(pressed)) {
      pressed.add(kindOf(name));
      await this.page
        .getByRole('button', { name, exact: true })
        .first()
        .click({ timeout: 3_000 })
        .catch(() => undefined);
      await this.page
        .locator(DIALOG)
        .waitFor({ timeout: OPENS_MS })
        .catch(() => undefined);
      await this.#fields(place);
      if (!(await this.#closed()) || this.page.url() !== address) await open();
    }
  }

  /** A button of a kind that has not been pressed yet. */
  async #nextButton(pressed: ReadonlySet<string>): Promise<string | undefined> {
    const names = await this.page
      .locator('button:visible')
      .evaluateAll((buttons) =>
        buttons
          .filter((button) => !(button as HTMLButtonElement).disabled)
          .map((button) => button.getAttribute('aria-label') ?? (button as HTMLElement).innerText.trim()),
      );
    return names.find((name) => name !== '' && !/^サインアウト/.test(name) && !pressed.has(kindOf(name)));
  }

  async #closed(): Promise<boolean> {
    for (let tries = 0; tries < 4; tries++) {
      if ((await this.page.locator(DIALOG).count()) === 0) return true;
      await this.page.keyboard.press('Escape');
      await this.page.waitForTimeout(150);
    }
    return false;
  }

  async #fields(place: string): Promise<void> {
    const title = await this.page
      .locator(DIALOG)
      .locator('h2, [slot="title"]')
      .first()
      .innerText({ timeout: 200 })
      .catch(() => '');
    const scope = title ? `${DIALOG} ` : '';
    const fields = this.page.locator(
      FIELDS.split(', ')
        .map((one) => scope + one)
        .join(', '),
    );
    for (let n = 0; n < (await fields.count()); n++) {
      const field = fields.nth(n);
      if (!(await field.isVisible()) || !(await field.isEditable())) continue;
      const name = [place, kindOf(title), kindOf(await labelOf(field))].filter(Boolean).join(' › ');
      if (this.#seen.has(name)) continue;
      this.#seen.add(name);
      await fillAround(field);
      this.typed.push(await this.#type(field, name));
      if (title && (await this.page.locator(DIALOG).count()) === 0) return;
    }
  }

  async #type(field: Locator, name: string): Promise<Typed> {
    const { page } = this;
    const keys = this.#keys as CDPSession;
    await field.focus();
    await field.evaluate((input) => (input as HTMLInputElement).select?.());
    const state = async () => ({
      url: page.url(),
      windows: await page.locator(DIALOG).count(),
      focused: await field.evaluate((input) => document.activeElement === input),
    });
    const before = await state();
    const from = this.#sent.length;
    const early: string[] = [];
    for (const text of ['かな', '仮名']) {
      await keys.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
      for (const code of ['KeyN', 'Enter']) {
        await keys.send('Input.dispatchKeyEvent', {
          type: 'rawKeyDown',
          key: 'Process',
          code,
          windowsVirtualKeyCode: 229,
          nativeVirtualKeyCode: 229,
        });
        await keys.send('Input.dispatchKeyEvent', {
          type: 'keyUp',
          key: 'Process',
          code,
          windowsVirtualKeyCode: 229,
          nativeVirtualKeyCode: 229,
        });
      }
    }
    await keys.send('Input.insertText', { text: '仮名' });
    await page.waitForTimeout(50);
    if (JSON.stringify(await state()) !== JSON.stringify(before)) early.push('the page acted on the Enter of the input method');
    early.push(...this.#sent.slice(from).map((what) => `sent ${what}`));
    const value = await field.inputValue();
    if (/仮名.*仮名|かな/.test(value)) early.push(`the field holds ${value}`);
    await page.keyboard.press('Enter');
    await page.waitForTimeout(250);
    return { field: name, early, sent: this.#sent.length - from };
  }

  /** Reads go through; whatever would change something is refused, and noted. */
  async #answer(route: Route): Promise<void> {
    const what = writes(route.request());
    if (what === undefined) return route.continue();
    this.#sent.push(what);
    const errors = [{ message: '試験のために断りました。', extensions: { code: 'INVALID', fields: {} } }];
    await route.fulfill({ status: what.startsWith('/') ? 400 : 200, contentType: 'application/json', body: JSON.stringify({ errors }) });
  }
}

/** What a request would change; undefined where it only reads, or says that somebody is there. */
function writes(request: Request): string | undefined {
  if (request.method() !== 'POST') return undefined;
  const { pathname } = new URL(request.url());
  if (pathname === '/presence' || pathname === '/display/painted') return undefined;
  if (pathname !== '/graphql') return pathname;
  const { query = '', operationName } = (request.postDataJSON() ?? {}) as { query?: string; operationName?: string };
  return /^\s*mutation\b/.test(query) ? (operationName ?? 'mutation') : undefined;
}

/** 「直す：訪ねる」 and 「直す：声をかける」 are one kind. */
const kindOf = (name: string): string =>
  name
    .replace(/「[^」]*」/g, '「」')
    .replace(/^(.{1,14}?)：.*$/s, '$1')
    .replace(/\d+/g, 'n')
    .trim();

const labelOf = (field: Locator): Promise<string> =>
  field.evaluate((input) => {
    const { labels, placeholder } = input as HTMLInputElement;
    const hidden = input.getAttribute('aria-label');
    return (hidden?.split('：').at(-1) ?? labels?.[0]?.innerText ?? placeholder ?? '').trim();
  });

/** Fills what else the form asks for, so that Enter would send it. */
async function fillAround(field: Locator): Promise<void> {
  const form = field.locator('xpath=ancestor::form');
  if ((await form.count()) === 0) return;
  const others = form.first().locator('input:not([role="combobox"]):visible, textarea:visible');
  for (let n = 0; n < (await others.count()); n++) {
    const other = others.nth(n);
    const type = (await other.getAttribute('type')) ?? 'text';
    if (['checkbox', 'radio', 'hidden', 'file'].includes(type) || !(await other.isEditable()) || (await other.inputValue()) !== '')
      continue;
    await other.fill(type === 'date' ? '2027-01-15' : type === 'datetime-local' ? '2027-01-15T10:00' : '試し').catch(() => undefined);
  }
}
