import net from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aTown, type Guest, type Town } from '#test/kit/a-town';

const japanese = /[ぁ-んァ-ヶ一-龠]/;
const ME = encodeURIComponent('{ me { name } }');
let town: Town;
let facilitator: Guest;

beforeAll(async () => {
  town = await aTown();
  facilitator = await town.as('facilitator');
});
afterAll(() => town?.close());

/** Says something on a connection of its own, in pieces where there are several, and hears the answer out. */
async function said(...pieces: string[]): Promise<{ status: number; text: string }> {
  const { hostname, port } = new URL(town.origin);
  const socket = net.connect(Number(port), hostname);
  let text = '';
  socket.on('data', (data) => (text += data.toString()));
  socket.on('error', () => undefined);
  for (const piece of pieces) if (socket.writable) socket.write(piece);
  await new Promise((done) => socket.once('close', done));
  return { status: Number(/^HTTP\/1.1 (\d+)/.exec(text)?.[1] ?? 0), text };
}

const head = (lines: Record<string, string | number | undefined>) =>
  [
    'POST /graphql HTTP/1.1',
    ...Object.entries({
      host: new URL(town.origin).host,
      cookie: facilitator.headers.cookie,
      'content-type': 'application/json',
      ...lines,
    }).map(([name, value]) => `${name}: ${value}`),
    '\r\n',
  ].join('\r\n');

describe('a request that is too large', () => {
  it('is refused by the size that it announces, before it has been sent', async () => {
    const { status, text } = await said(`${head({ 'content-length': 2_000_000_000, connection: 'close' })}{"query":"`, '');
    expect([status, text]).toEqual([413, expect.stringMatching(japanese)]);
  });

  it('is refused by its size when it announces none', async () => {
    const chunk = `${(64 * 1024).toString(16)}\r\n${'x'.repeat(64 * 1024)}\r\n`;
    const { status } = await said(
      head({ 'transfer-encoding': 'chunked', connection: 'close' }),
      ...Array.from({ length: 20 }, () => chunk),
      '0\r\n\r\n',
    );
    expect(status).toBe(413);
  });

  it('is refused by its headers', async () => {
    expect((await said(head({ 'content-length': 2, padding: 'x'.repeat(20_000), connection: 'close' }), '{}')).status).toBe(431);
  });
});

describe('a request that comes slowly', () => {
  it('is waited for only so long', () => {
    const { server } = town.hub;
    expect([server.headersTimeout, server.requestTimeout].every((limit) => limit > 0 && limit <= 20_000)).toBe(true);
  });

  it('is given up, headers or body, and the next one is answered', async () => {
    const slow = await aTown();
    Object.assign(slow.hub.server, { headersTimeout: 300, requestTimeout: 600 });
    const [own, cookie] = [town, facilitator];
    [town, facilitator] = [slow, await slow.as('facilitator')];
    try {
      expect((await said('POST /graphql HTTP/1.1\r\nhost: ')).status).toBe(408);
      expect((await said(head({ 'content-length': 100 }), '{"query":')).status).toBe(408);
      expect((await facilitator.ask('{ me { id } }')).status).toBe(200);
    } finally {
      [town, facilitator] = [own, cookie];
      await slow.close();
    }
  });
});

describe('a GET', () => {
  const get = (headers: Record<string, string>) =>
    fetch(`${town.origin}/graphql?query=${ME}`, { headers: { ...facilitator.headers, ...headers } });

  it('is answered when the browser vouches for a page of this host', async () => {
    const answer = await get({ 'sec-fetch-site': 'same-origin' });
    expect([answer.status, await answer.json()]).toEqual([200, { data: { me: { name: expect.stringContaining('架空') } } }]);
  });

  it.each<Record<string, string>>([
    {},
    { accept: 'application/graphql-response+json' },
    { 'sec-fetch-site': 'none' },
    { 'sec-fetch-site': 'Same-Origin, cross-site' },
    { 'sec-fetch-mode': 'same-origin' },
  ])('is not answered with %j, as any link could send it', async (headers) => {
    const answer = await get(headers);
    expect(answer.status).toBe(400);
    expect(await answer.text()).not.toContain('架空');
  });
});

describe('a page of another host', () => {
  it.each<Record<string, string>>([
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { 'sec-fetch-site': 'cross-site', 'apollo-require-preflight': 'yes' },
  ])('gets nothing, with %j, by GET or POST, and no other page is told that it may ask', async (headers) => {
    const asked = [
      fetch(`${town.origin}/graphql?query=${ME}`, { headers: { ...facilitator.headers, ...headers } }),
      fetch(`${town.origin}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...facilitator.headers, ...headers },
        body: JSON.stringify({ query: '{ me { name } }' }),
      }),
      fetch(`${town.origin}/graphql`, {
        method: 'OPTIONS',
        headers: { 'access-control-request-method': 'POST', ...facilitator.headers, ...headers },
      }),
    ];
    for (const answer of await Promise.all(asked)) {
      expect(answer.status).toBe(403);
      expect(await answer.json()).toEqual({ errors: [{ message: expect.stringMatching(japanese), extensions: { code: 'DENIED' } }] });
      expect([...answer.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
    }
  });
});
