import { existsSync, readdirSync } from 'node:fs';
import { type Weight, weightOf } from '#test/kit/page-modules';

const home = 'dist/client';

/** A built page and what it weighs. */
export interface Bundle extends Weight {
  readonly page: string;
}

/** Sizes of the pages in `dist/client`; none where nothing is built. */
export function bundleSizes(): Bundle[] {
  if (!existsSync(home)) return [];
  const pages = readdirSync(home).filter((name) => name.endsWith('.html'));
  return pages.map((page) => ({ page, ...weightOf(home, page) }));
}
