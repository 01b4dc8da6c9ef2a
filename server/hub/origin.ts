import type { IncomingMessage } from 'node:http';

/** Whether the browser says that the request comes from a page of this very host. Without an Origin nothing is proved. */
export function isSameOrigin(request: IncomingMessage): boolean {
  const { origin } = request.headers;
  if (!origin) return false;
  try {
    return new URL(origin).host === request.headers.host;
  } catch {
    return false;
  }
}

/** Whether a browser sent the request for a page of another host. What no browser sent says nothing about where it comes from. */
export function isFromElsewhere(request: IncomingMessage): boolean {
  const site = request.headers['sec-fetch-site'];
  return ['cross-site', 'same-site'].includes(site?.toString() ?? '') || (request.headers.origin !== undefined && !isSameOrigin(request));
}

/** Whether the browser itself vouches for a page of this host: no page can write this header, and a link or an image has another value. */
export function isFromOwnPage(request: IncomingMessage): boolean {
  return request.headers['sec-fetch-site'] === 'same-origin';
}

/** Whether the request names this server as it may be named; `hosts` undefined: under any name. */
export function isOwnHost(hosts: ReadonlySet<string> | undefined, request: IncomingMessage): boolean {
  return !hosts || hosts.has((request.headers.host ?? '').replace(/:\d+$/, '').toLowerCase());
}
