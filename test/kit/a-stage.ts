import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { PersonaKey } from '#seeds/personas';
import { PACE } from '#server/hub/pace';
import { aTown, type Guest, type Town } from './a-town';
import { openBrowser } from './browser';
import { builtPages } from './pages-for-tests';
import { steered } from './steer';

/** A size of the projected image, in pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}
export const sizes: readonly Size[] = [
  { width: 1920, height: 1080 },
  { width: 1280, height: 720 },
];

/** A city with the pages that ship, and a browser to open them in. */
export interface Stage {
  readonly town: Town;
  readonly facilitator: Guest;
  /** Where the built pages lie. */
  readonly directory: string;
  /** Paths of the files that pages asked for, over all pages. */
  readonly asked: readonly string[];
  /** A browser of one's own: empty, or with the persona's cookie. */
  context(persona?: PersonaKey, size?: Size): Promise<BrowserContext>;
  /** A page in such a browser. */
  page(persona?: PersonaKey, size?: Size): Promise<Page>;
  close(): Promise<void>;
}

/** One for all stages of a worker; it ends with its worker. */
let opened: Promise<Browser> | undefined;

export async function aStage(): Promise<Stage> {
  const { pages, directory } = await builtPages();
  const asked: string[] = [];
  const town = await aTown({
    // Screens are held to the pace of the house.
    pace: PACE,
    pages: (request, response, pathname) => {
      asked.push(pathname);
      return pages(request, response, pathname);
    },
  });
  opened ??= openBrowser();
  const browser = await opened;
  const contexts: BrowserContext[] = [];
  const context: Stage['context'] = async (persona, viewport = sizes[0] as Size) => {
    const made = await browser.newContext({ viewport, locale: 'ja-JP', timezoneId: 'Asia/Tokyo' });
    contexts.push(made);
    // Two cores and a whole city in them: a step takes as long as it takes.
    made.setDefaultTimeout(45_000);
    if (!persona) return made;
    const [name = '', value = ''] = (await town.as(persona)).headers.cookie?.split('=') ?? [];
    await made.addCookies([{ name, value, url: town.origin }]);
    return made;
  };
  return {
    town,
    directory,
    asked,
    facilitator: await town.as('facilitator'),
    context,
    page: async (persona, size) => (await context(persona, size)).newPage(),
    close: async () => {
      await Promise.all(contexts.map((each) => each.close()));
      await town.close();
    },
  };
}

/** The code on a display's screen, once it is there. */
export async function codeOn(wall: Page): Promise<string> {
  const code = wall.locator('.board-code', { hasText: /\S{6}/ });
  await code.waitFor();
  return code.innerText();
}

/** Opens the display on a page and pairs it with the code on its screen. Gives the display's id when the board stands. */
export async function pairWall({ town, facilitator }: Stage, wall: Page, session: string): Promise<string> {
  await wall.goto(`${town.origin}/display`);
  const { id } = await steered(facilitator, 'pairDisplay', { session, code: await codeOn(wall) }, 'id');
  await wall.locator('[data-seq]').waitFor();
  return id;
}

/** Puts the first approved card on the agenda of an open, empty board and brings it to the front. Gives the agenda item's id. */
export async function cardAtFront(
  { town, facilitator }: Stage,
  { session, version }: { session: string; version: number },
): Promise<string> {
  const [card] = await town.rows<{ id: string }>(`select id from core.case_card where state = 'APPROVED' order by id limit 1`);
  const { id } = await steered(facilitator, 'putOnAgenda', { session, card: card?.id });
  await steered(facilitator, 'bringToFront', { session, item: id, version });
  return id;
}
