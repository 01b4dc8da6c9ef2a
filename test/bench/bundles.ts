import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { fileWriter } from '#test/kit/page-modules';

const home = 'dist/client';

/** Compressed kilobytes of a built page: what it loads at once, and with all of its pages. Fonts, pictures and what only writes a file are left out. */
export interface Bundle {
  readonly page: string;
  readonly atOnce: number;
  readonly inAll: number;
}

/** Sizes of the pages in `dist/client`; none where nothing is built. */
export function bundleSizes(): Bundle[] {
  if (!existsSync(home)) return [];
  const assets = readdirSync(path.join(home, 'assets')).filter((name) => /\.(js|css)$/.test(name) && !fileWriter.test(name));
  const texts = new Map(assets.map((name) => [name, readFileSync(path.join(home, 'assets', name), 'utf8')]));
  const mentioned = (text: string) => assets.filter((name) => text.includes(name));
  const size = (text: string) => gzipSync(text).length / 1000;
  const sum = (names: Iterable<string>) => [...names].reduce((kilobytes, name) => kilobytes + size(texts.get(name) ?? ''), 0);
  const pages = readdirSync(home).filter((name) => name.endsWith('.html'));
  return pages.map((page) => {
    const html = readFileSync(path.join(home, page), 'utf8');
    const linked = mentioned(html);
    const reached = new Set(linked);
    for (const name of reached) for (const next of mentioned(texts.get(name) ?? '')) reached.add(next);
    return { page, atOnce: size(html) + sum(linked), inAll: size(html) + sum(reached) };
  });
}
