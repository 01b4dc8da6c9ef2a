import type { ServerResponse } from 'node:http';
import { pageOf } from './pages';

const policies = {
  /** Everything comes from this host, and nothing may turn text into script: a page that tried would stop. */
  page: "default-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'; require-trusted-types-for 'script'; trusted-types 'none'",
  /** The editor of the playground writes styles into the page, draws what it underlines as data, and turns text into script: it cannot be held to trusted types. */
  playground:
    "default-src 'self'; style-src 'self' 'unsafe-inline'; font-src 'self' data:; img-src 'self' data:; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'",
} as const;

/** What no page of this house uses. */
const unused = ['camera', 'microphone', 'geolocation', 'display-capture', 'payment', 'usb', 'midi', 'serial', 'hid'];

/** A year: browsers come back over TLS only. */
const TRANSPORT = 'max-age=31536000';

/** Puts on every answer what keeps a browser from doing more with it than a page of this house does. `encrypted`: people come over https. */
export function secure(response: ServerResponse, pathname: string, encrypted: boolean): void {
  const isPlayground = pageOf(pathname) === 'playground.html';
  response.setHeader('content-security-policy', isPlayground ? policies.playground : policies.page);
  response.setHeader('x-content-type-options', 'nosniff');
  response.setHeader('referrer-policy', 'no-referrer');
  response.setHeader('cross-origin-opener-policy', 'same-origin');
  response.setHeader('cross-origin-resource-policy', 'same-origin');
  response.setHeader('permissions-policy', unused.map((feature) => `${feature}=()`).join(', '));
  if (encrypted) response.setHeader('strict-transport-security', TRANSPORT);
}
