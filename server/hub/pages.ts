import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
  '.json': 'application/json',
};
const squeezable = new Set(['.html', '.js', '.css', '.svg', '.json', '.ttf']);

interface File {
  readonly raw: Buffer;
  readonly squeezed: Buffer | undefined;
  readonly type: string;
}

/** The built pages. Everything comes from this host; nothing is fetched from anywhere else. */
export class Pages {
  readonly #files = new Map<string, Promise<File>>();

  constructor(private readonly directory: string) {}

  /** Answers a page or an asset; false when there is none. A path without a file of its own is a page of the console. */
  async serve(request: IncomingMessage, response: ServerResponse, pathname: string): Promise<boolean> {
    const name = pageOf(pathname);
    const file = await this.#file(name).catch(() => undefined);
    if (!file) return false;
    const squeezed = file.squeezed && /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? '')) ? file.squeezed : undefined;
    response.writeHead(200, {
      'content-type': file.type,
      'content-length': (squeezed ?? file.raw).length,
      'cache-control': name.startsWith('assets/') ? 'public, max-age=31536000, immutable' : 'no-store',
      ...(squeezed ? { 'content-encoding': 'gzip' } : {}),
      vary: 'accept-encoding',
    });
    response.end(request.method === 'HEAD' ? undefined : (squeezed ?? file.raw));
    return true;
  }

  #file(name: string): Promise<File> {
    let file = this.#files.get(name);
    if (!file) {
      file = this.#read(name);
      this.#files.set(name, file);
      file.catch(() => this.#files.delete(name));
    }
    return file;
  }

  async #read(name: string): Promise<File> {
    // Only the plain spelling of a name is a file: another one of the same file would be kept a second time, and there are endlessly many.
    if (path.posix.normalize(name) !== name || name.startsWith('..') || path.isAbsolute(name) || name.includes('\\'))
      throw new Error('no name');
    const raw = await readFile(path.resolve(this.directory, name));
    const extension = path.extname(name);
    return {
      raw,
      squeezed: squeezable.has(extension) ? await promisify(gzip)(raw) : undefined,
      type: types[extension] ?? 'application/octet-stream',
    };
  }
}

/** The file that answers a path: each of the five pages is a bundle of its own. Names of files are plain ASCII, so nothing is decoded. */
export function pageOf(pathname: string): string {
  if (pathname === '/display/check') return 'check.html';
  if (pathname === '/display' || pathname.startsWith('/display/')) return 'display.html';
  if (pathname === '/playground' || pathname.startsWith('/playground/')) return 'playground.html';
  if (pathname === '/sign-in' || pathname === '/account') return 'sign-in.html';
  return path.extname(pathname) ? pathname.slice(1) : 'index.html';
}
