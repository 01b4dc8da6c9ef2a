import type { Page } from 'playwright-core';

/** What a page did that it should not have: nothing may leave the host, and the browser has nothing to complain about. */
export interface PageWatch {
  /** Addresses of other hosts that were asked for. */
  foreign: string[];
  /** Errors and warnings of the console (CSP violations among them) and uncaught exceptions. */
  complaints: string[];
}

/** Watches `page` from now on; `origin` is the hub's own, as in `http://127.0.0.1:4000`. */
export function watchPage(page: Page, origin: string): PageWatch {
  const watch: PageWatch = { foreign: [], complaints: [] };
  const own = new URL(origin).host;
  const note = (address: string) => {
    const url = new URL(address);
    if (url.host !== own && !['data:', 'blob:', 'about:'].includes(url.protocol)) watch.foreign.push(address);
  };
  page.on('request', (request) => note(request.url()));
  page.on('websocket', (socket) => note(socket.url()));
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) watch.complaints.push(message.text());
  });
  page.on('pageerror', (fault) => watch.complaints.push(String(fault)));
  return watch;
}
