import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

/** Every script that a built page may ever load, lazy ones too: name to text. */
export function modulesOf(
  directory: string,
  page: 'index.html' | 'display.html' | 'playground.html' | 'sign-in.html',
): Map<string, string> {
  const assets = path.join(directory, 'assets');
  const scripts = readdirSync(assets).filter((name) => name.endsWith('.js'));
  const found = new Map<string, string>();
  const follow = (text: string): void => {
    for (const name of scripts) {
      if (found.has(name) || !text.includes(name)) continue;
      const script = readFileSync(path.join(assets, name), 'utf8');
      found.set(name, script);
      follow(script);
    }
  };
  follow(readFileSync(path.join(directory, page), 'utf8'));
  return found;
}

/** Size on the wire in kB of 1,000 bytes. */
export function squeezedKilobytes(texts: Iterable<string>): number {
  return [...texts].reduce((sum, text) => sum + gzipSync(text).length / 1000, 0);
}

/** Scripts that write a file (.docx, .xlsx): they come when somebody asks for one, and no page is shown by them. */
export const fileWriter = /^(word|excel)-file-/;

/** What a page weighs with all of its pages, in kB on the wire. */
export function weightOf(...[directory, page]: Parameters<typeof modulesOf>): number {
  return squeezedKilobytes([...modulesOf(directory, page)].flatMap(([name, script]) => (fileWriter.test(name) ? [] : [script])));
}
