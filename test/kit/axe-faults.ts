import axe from 'axe-core';
import type { Page } from 'playwright-core';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe finds wrong on the page as it stands: rule and first element of each violation. */
export async function axeFaults(page: Page): Promise<string[]> {
  // What a button announces while its work runs stays in a corner of the page, for screen readers alone, for some seconds: no landmark's.
  const run = `axe.run({ exclude: ['[data-live-announcer]'] }, { runOnly: ${JSON.stringify(RULES)} })`;
  // Evaluated from outside: the page's own policy refuses a script that is not the host's.
  return page.evaluate(
    `${axe.source}; ${run}.then(({ violations }) => violations.map(({ id, nodes }) => id + ' ' + nodes[0].html.slice(0, 160)))`,
  );
}
