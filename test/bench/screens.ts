import type { Browser, BrowserContext, Page } from 'playwright-core';
import { openBrowser } from '#test/kit/browser';
import { benchId } from './bench-id';
import { ask, pairDisplay } from './hub-client';
import type { ServerProcess } from './server-process';

/** What twelve displays in a real browser took, in milliseconds. */
interface Screens {
  /** From the moment at which the change was sent to the paint, display by display and change by change. */
  readonly paints: readonly number[];
  /** Changes that a display did not show within the time given. */
  readonly missed: number;
  /** From the cut of a line to the words that say so; and from its return to the paint of what was missed. */
  readonly noticed: readonly number[];
  readonly caughtUp: readonly number[];
  /** From the sending of the change that takes a display off to the moment at which it has gone dark. */
  readonly dark: readonly number[];
}

/** How a display of its own starts on a processor four times slower. */
interface FirstPaint {
  /** Largest contentful paint of the board (ms), and how much moved afterwards. */
  readonly lcp: number;
  readonly cls: number;
}

const WALLS = 12;
const SLOWER = 4;
const WITHIN_MS = 10_000;
const START_MS = 120_000;
const board = benchId('board', 2);
const item = benchId('item', 10);
const SIZE = { width: 1280, height: 720 };
const ADD = 'mutation ($item: ID!, $title: String!) { addActionItem(input: { item: $item, title: $title }) { id } }';
const REVOKE = 'mutation ($display: ID!) { revokeDisplay(input: { display: $display }) { id } }';
const DISPLAYS = 'query ($id: ID!) { session(id: $id) { displays { id } } }';

interface Moment {
  readonly seq: number;
  readonly contact: string | null;
  readonly at: number;
}
type Marked = { moments: Moment[]; hearers: (() => void)[] };

/** Now, on the clock that pages of this machine share with us. */
const now = () => performance.timeOrigin + performance.now();

/** Displays in the browser, before a hub that serves the pages as they ship. */
export class ScreensBench {
  private constructor(
    private readonly hub: ServerProcess,
    private readonly facilitator: string,
    private readonly browser: Browser,
  ) {}

  static async open(hub: ServerProcess, facilitator: string): Promise<ScreensBench> {
    return new ScreensBench(hub, facilitator, await openBrowser());
  }

  close(): Promise<void> {
    return this.browser.close();
  }

  async measure(changes: number, cuts: number): Promise<Screens> {
    // One after the other: twelve pages that start at once on a busy machine would each take minutes.
    const walls: Page[] = [];
    while (walls.length < WALLS) walls.push(await this.#wall());
    const paints: number[] = [];
    let missed = 0;
    for (let change = 0; change < changes; change += 1) {
      const before = await Promise.all(walls.map(seqOf));
      const sent = now();
      await this.#change(`測定 ${change}`);
      const shown = await Promise.all(walls.map((wall, index) => paintAfter(wall, before[index] ?? 0)));
      for (const at of shown) {
        if (at === undefined) missed += 1;
        else paints.push(at - sent);
      }
    }
    const drops = [];
    for (let cut = 0; cut < cuts; cut += 1) drops.push(await this.#drop(walls[cut % WALLS] as Page, cut));
    const dark = await this.#revoke(walls);
    await Promise.all(walls.map((wall) => wall.context().close()));
    return { paints, missed, noticed: drops.map(({ noticed }) => noticed), caughtUp: drops.map(({ caughtUp }) => caughtUp), dark };
  }

  /** A display that comes back, as after every break of a meeting: paired already, on a slow machine, with an empty cache. */
  async firstPaint(): Promise<FirstPaint> {
    const context = await this.#context();
    await context.addInitScript(watchPaint);
    const page = await context.newPage();
    await (await context.newCDPSession(page)).send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
    await page.goto(`${this.hub.address}/display`);
    await page.locator('[data-seq]').waitFor();
    // What moves late, as when a font arrives, counts too.
    await page.waitForTimeout(2_000);
    const painted = await page.evaluate('window.painted');
    await context.close();
    return painted as FirstPaint;
  }

  async #context(): Promise<BrowserContext> {
    const context = await this.browser.newContext({ viewport: SIZE, locale: 'ja-JP', timezoneId: 'Asia/Tokyo' });
    context.setDefaultTimeout(START_MS);
    const token = await pairDisplay(this.hub, this.facilitator, board);
    await context.addInitScript((kept) => sessionStorage.setItem('display-token', kept), token);
    return context;
  }

  async #wall(): Promise<Page> {
    const context = await this.#context();
    await context.addInitScript(watchMoments);
    const page = await context.newPage();
    await page.goto(`${this.hub.address}/display`);
    await page.locator('[data-seq]').waitFor();
    return page;
  }

  async #change(title: string): Promise<void> {
    await ask(this.hub, this.facilitator, ADD, { item, title });
  }

  async #drop(wall: Page, cut: number): Promise<{ noticed: number; caughtUp: number }> {
    const network = await wall.context().newCDPSession(wall);
    const line = (offline: boolean) =>
      network.send('Network.emulateNetworkConditions', { offline, latency: 0, downloadThroughput: -1, uploadThroughput: -1 });
    const before = await seqOf(wall);
    const cutAt = now();
    await line(true);
    const lost = await momentOf(wall, { contact: 'recovering', since: cutAt });
    await this.#change(`途切れ ${cut}`);
    const back = now();
    await line(false);
    const shown = await paintAfter(wall, before);
    return { noticed: lost - cutAt, caughtUp: (shown ?? Number.POSITIVE_INFINITY) - back };
  }

  async #revoke(walls: readonly Page[]): Promise<number[]> {
    const { session } = await ask<{ session: { displays: { id: string }[] } }>(this.hub, this.facilitator, DISPLAYS, { id: board });
    const took: number[] = [];
    // Which of the pages it is does not matter: one after the other goes dark.
    const left = new Set(walls);
    for (const { id } of session.displays) {
      if (left.size === 0) break;
      const sent = now();
      const anyDark = Promise.race(
        [...left].map(async (wall) => (await wall.locator('[data-seq]').waitFor({ state: 'detached', timeout: WITHIN_MS }), wall)),
      );
      await ask(this.hub, this.facilitator, REVOKE, { display: id });
      const wall = await anyDark.catch(() => undefined);
      // A display that nobody looks at any more was taken off.
      if (!wall) continue;
      took.push((await darkAt(wall)) - sent);
      left.delete(wall);
    }
    return took;
  }
}

const seqOf = async (wall: Page): Promise<number> => Number(await wall.locator('[data-seq]').getAttribute('data-seq'));
const darkAt = (wall: Page): Promise<number> => momentOf(wall, { dark: true });

/** When the wall first painted something later than `seq`; undefined where it did not in time. */
async function paintAfter(wall: Page, seq: number): Promise<number | undefined> {
  return momentOf(wall, { after: seq }).catch(() => undefined);
}

/** Which moment of a wall is waited for: a later number, a standing of the line since a time, or the board gone. */
interface Awaited {
  readonly after?: number;
  readonly contact?: string;
  readonly since?: number;
  readonly dark?: boolean;
}

/** Waits for the moment, and says when it was painted. */
function momentOf(wall: Page, awaited: Awaited): Promise<number> {
  return wall.evaluate(
    ({ awaited: { after, contact, since = 0, dark }, within }) =>
      new Promise<number>((found, late) => {
        const fits = (moment: Moment): boolean =>
          dark ? moment.seq < 0 : contact ? moment.contact === contact && moment.at >= since : moment.seq > (after ?? 0);
        const marked = globalThis as unknown as Marked;
        // Told, not asking every few milliseconds: twelve pages that ask take from each other what is measured.
        const look = () => {
          const moment = marked.moments.find(fits);
          if (moment) found(moment.at);
        };
        marked.hearers.push(look);
        look();
        setTimeout(() => late(new Error('nothing of the kind was painted in time')), within);
      }),
    { awaited, within: WITHIN_MS },
  );
}

/** Runs in the page: notes when each number and each standing of the line has been painted, that is after the frame that follows. */
function watchMoments(): void {
  const moments: Moment[] = [];
  const hearers: (() => void)[] = [];
  Object.assign(globalThis, { moments, hearers });
  let before = '';
  const look = () => {
    const found = document.querySelector('[data-seq]');
    const seq = found ? Number(found.getAttribute('data-seq')) : -1;
    const contact = found?.getAttribute('data-contact') ?? null;
    if (before === `${seq} ${contact}` || (!found && before === '')) return;
    before = `${seq} ${contact}`;
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        moments.push({ seq, contact, at: performance.timeOrigin + performance.now() });
        for (const heard of hearers) heard();
      }),
    );
  };
  new MutationObserver(look).observe(document, { subtree: true, childList: true, attributeFilter: ['data-seq', 'data-contact'] });
}

/** Runs in the page: the largest paint so far, and the sum of what moved by itself. */
function watchPaint(): void {
  const painted = { lcp: 0, cls: 0 };
  Object.assign(window, { painted });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) painted.lcp = entry.startTime;
  }).observe({ type: 'largest-contentful-paint', buffered: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) painted.cls += (entry as unknown as { value: number }).value;
  }).observe({ type: 'layout-shift', buffered: true });
}
