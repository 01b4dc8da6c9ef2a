import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Pages } from '#server/hub/pages';
import { aTown, type Guest, type Town } from '#test/kit/a-town';

let town: Town;
let facilitator: Guest;
beforeAll(async () => {
  const pages = new Pages('client');
  town = await aTown({ pages: (request, response, pathname) => pages.serve(request, response, pathname) });
  facilitator = await town.as('facilitator');
});
afterAll(() => town?.close());

const json = { 'content-type': 'application/json' };
const question = JSON.stringify({ query: '{ me { name } }' });

/** Every kind of answer that the hub gives, good or bad: what is asked, and how. */
const answers: readonly [string, string, RequestInit?][] = [
  ['the console', '/'],
  ['a page of the console', '/cases/1'],
  ['the display', '/display'],
  ['the playground', '/playground'],
  ['a file', '/ui/theme.css'],
  ['nothing', '/nothing.js'],
  ['an address that is none', '//'],
  ['another method', '/cases', { method: 'PUT' }],
  ['health', '/health'],
  ['an answer', '/graphql', { method: 'POST', headers: json, body: question }],
  ['a fault', '/graphql', { method: 'POST', headers: json, body: '{"query":"{ nobody }"}' }],
  ['no JSON', '/graphql', { method: 'POST', headers: json, body: '{' }],
  ['a GET that could be a link', '/graphql?query={me{name}}'],
  ['a page of another host', '/graphql', { method: 'POST', headers: { ...json, origin: 'https://evil.example' }, body: question }],
  ['a stranger', '/graphql', { method: 'POST', headers: { ...json, cookie: '' }, body: question }],
  ['a link that does not sign in', '/sign-in?as=facilitator&key=wrong'],
  ['a link that signs in', '/sign-in?as=recorder&key=key-of-the-tests'],
  ['a display that asks for its state', '/display/pairing'],
  ['a display that asks to be paired', '/display/pairing', { method: 'POST' }],
];

const ask = (path: string, init: RequestInit = {}) =>
  fetch(`${town.origin}${path}`, { redirect: 'manual', ...init, headers: { ...facilitator.headers, ...(init.headers as object) } });

describe.each(answers)('%s', (_, path, init) => {
  it('tells the browser to do nothing more with it than a page of this house does', async () => {
    const { headers, status } = await ask(path, init);
    expect(status).toBeGreaterThan(0);
    const policy = (headers.get('content-security-policy') ?? '').split('; ');
    expect(policy).toEqual(
      expect.arrayContaining([
        "default-src 'self'",
        "object-src 'none'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
        "form-action 'self'",
      ]),
    );
    expect(policy.filter((each) => /^script-src|unsafe-eval|https?:|\*/.test(each))).toEqual([]);
    expect(Object.fromEntries(headers)).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'permissions-policy': expect.stringContaining('camera=(), microphone=(), geolocation=()'),
    });
    for (const name of ['server', 'x-powered-by', 'access-control-allow-origin', 'strict-transport-security'])
      expect([name, headers.get(name)]).toEqual([name, null]);
  });

  it('is kept by nobody', async () => {
    expect((await ask(path, init)).headers.get('cache-control')).toBe('no-store');
  });
});

describe('a page', () => {
  it.each(['/', '/cases/1', '/display', '/display/x'])('may not turn text into script, nor write styles into itself: %s', async (path) => {
    const policy = (await ask(path)).headers.get('content-security-policy');
    expect(policy).toContain("require-trusted-types-for 'script'; trusted-types 'none'");
    expect(policy).not.toContain('unsafe-inline');
  });

  it('that is the playground may write styles, and nothing else that another may not but use text in its editor', async () => {
    const policy = (await ask('/playground')).headers.get('content-security-policy') ?? '';
    expect(policy).toContain("style-src 'self' 'unsafe-inline'");
    expect(policy.match(/unsafe-\w+/g)).toEqual(['unsafe-inline']);
  });
});

it('what is reached over https is reached over https from then on', async () => {
  const encrypted = await aTown({ identity: { publicUrl: 'https://hub.example.lg.jp' } });
  try {
    for (const path of ['/health', '/graphql', '/', '/display/pairing']) {
      const { headers } = await fetch(`${encrypted.origin}${path}`);
      expect([path, headers.get('strict-transport-security')]).toEqual([path, 'max-age=31536000']);
    }
  } finally {
    await encrypted.close();
  }
});
