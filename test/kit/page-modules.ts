import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

/** Scripts that write a file (.docx, .xlsx): they come when somebody asks for one, and no page is shown by them. */
const FILE_WRITER = /^(word|excel)-file-/;

/** Everything that a built page may ever load of its own, lazy parts too: name to text. `ending` says which files. */
function partsOf(
  directory: string,
  page: string,
  ending: RegExp,
): { readonly linked: Map<string, string>; readonly all: Map<string, string> } {
  const assets = path.join(directory, 'assets');
  const names = readdirSync(assets).filter((name) => ending.test(name));
  const read = (name: string): string => readFileSync(path.join(assets, name), 'utf8');
  const mentioned = (text: string): Map<string, string> =>
    new Map(names.filter((name) => text.includes(name)).map((name) => [name, read(name)]));
  const linked = mentioned(readFileSync(path.join(directory, page), 'utf8'));
  const all = new Map(linked);
  for (const text of all.values()) for (const [name, next] of mentioned(text)) if (!all.has(name)) all.set(name, next);
  return { linked, all };
}

/** Every script that a built page may ever load, lazy ones too: name to text. */
export function modulesOf(
  directory: string,
  page: 'index.html' | 'display.html' | 'playground.html' | 'sign-in.html',
): Map<string, string> {
  return partsOf(directory, page, /\.js$/).all;
}

/** Size on the wire in kB of 1,000 bytes. */
export function squeezedKilobytes(texts: Iterable<string>): number {
  return [...texts].reduce((sum, text) => sum + gzipSync(text).length / 1000, 0);
}

/** Kilobytes on the wire of a built page, its scripts and its styles: what comes at once, and with all of its pages. */
export interface Weight {
  readonly atOnce: number;
  readonly inAll: number;
}

/** What a page weighs. Fonts, pictures and what only writes a file are left out. */
export function weightOf(directory: string, page: string): Weight {
  const html = readFileSync(path.join(directory, page), 'utf8');
  const { linked, all } = partsOf(directory, page, /\.(js|css)$/);
  const weigh = (parts: ReadonlyMap<string, string>): number =>
    squeezedKilobytes([html, ...[...parts].flatMap(([name, text]) => (FILE_WRITER.test(name) ? [] : [text]))]);
  return { atOnce: weigh(linked), inAll: weigh(all) };
}
