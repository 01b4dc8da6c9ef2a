import type { IncomingMessage } from 'node:http';

/** The address that a request asks for, or undefined where it is none: `GET // HTTP/1.1` would make the URL parser throw. */
export function targetOf(request: IncomingMessage): URL | undefined {
  const target = request.url ?? '/';
  return URL.canParse(target, 'http://hub') ? new URL(target, 'http://hub') : undefined;
}
