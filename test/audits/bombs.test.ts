import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { aTown, type Guest, type Town } from '#test/kit/a-town';
import { rawSocket } from '#test/kit/raw-socket';

const japanese = /[ぁ-んァ-ヶ一-龠]/;
const LONG = 200_000;
let town: Town;
let facilitator: Guest;

beforeAll(async () => {
  town = await aTown();
  facilitator = await town.as('facilitator');
});
afterAll(() => town?.close());
/** Whatever was thrown at it, the hub goes on answering everybody else. */
afterEach(async () => {
  expect((await (await town.as('council')).ask('{ me { id } }')).status).toBe(200);
  expect(process.memoryUsage().arrayBuffers).toBeLessThan(512 * 1024 * 1024);
});

const post = (body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}) =>
  fetch(`${town.origin}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...facilitator.headers, ...headers },
    body,
  });
const nested = (open: string, close: string, depth: number, inside = '1') => open.repeat(depth) + inside + close.repeat(depth);
const asking = (variables: string) => `{"query":"query ($id: ID!) { case(id: $id) { id } }","variables":${variables}}`;

/** A body that is small on the wire or in words, and large for whoever takes it in. */
const bodies: readonly (readonly [what: string, body: () => string])[] = [
  ['lists in lists, a hundred thousand deep', () => asking(`{"id":${nested('[', ']', 100_000)}}`)],
  ['objects in objects, fifty thousand deep', () => asking(`{"id":${nested('{"a":', '}', 50_000)}}`)],
  ['a list of two hundred thousand ids', () => asking(`{"id":[${'1,'.repeat(LONG)}1]}`)],
  ['two hundred thousand variables', () => asking(`{${Array.from({ length: 60_000 }, (_, index) => `"v${index}":1`).join()}}`)],
  ['an id of half a million letters', () => asking(`{"id":"${'あ'.repeat(170_000)}"}`)],
  ['a number of a hundred thousand digits', () => asking(`{"id":${'9'.repeat(100_000)}}`)],
  ['keys that would change every object', () => asking('{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}')],
  ['a document of nested lists', () => JSON.stringify({ query: `{ case(id: ${nested('[', ']', 50_000)}) { id } }` })],
  ['a document of nested objects', () => JSON.stringify({ query: `{ case(id: ${nested('{a: ', '}', 50_000)}) { id } }` })],
  ['a document of nested selections', () => JSON.stringify({ query: nested('{ a ', '}', 50_000, '') })],
  ['a document of one endless name', () => JSON.stringify({ query: `{ ${'a'.repeat(500_000)} }` })],
  ['a document of comments', () => JSON.stringify({ query: `${'#\n'.repeat(250_000)}{ nothing }` })],
  [
    'a thousand operations',
    () => JSON.stringify({ query: Array.from({ length: 900 }, (_, at) => `query q${at} { me { id } }`).join(' ') }),
  ],
];

describe('a body', () => {
  it.each(bodies)('of %s is refused, or answered with nothing, soon and whole', async (_what, body) => {
    const answer = await post(body());
    const text = await answer.text();
    expect(answer.status).toBeLessThan(500);
    const { data, errors } = JSON.parse(text);
    expect(Object.values(data ?? {}).filter((value) => value !== null)).toEqual([]);
    if (!data) expect(errors.length).toBeGreaterThan(0);
    expect(text.length).toBeLessThan(20_000);
    expect(text).not.toMatch(/node_modules|RangeError|at \S+ \(/);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it.each(['gzip', 'deflate', 'br', 'zstd'])('that is packed (%s) is not unpacked', async (packing) => {
    const bomb = new Uint8Array(gzipSync(Buffer.from(asking(`{"id":"${'0'.repeat(64 * 1024 * 1024)}"}`))));
    expect(bomb.length).toBeLessThan(100_000);
    const answer = await post(bomb, { 'content-encoding': packing });
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.status).toBeLessThan(500);
    expect((await answer.text()).length).toBeLessThan(2_000);
  });

  it('of parts, as files are sent, is refused', async () => {
    const form = new FormData();
    form.set('operations', '{"query":"mutation ($f: Upload!) { upload(file: $f) }","variables":{"f":null}}');
    form.set('0', new Blob([new Uint8Array(300_000)]), 'town.csv');
    const answer = await fetch(`${town.origin}/graphql`, { method: 'POST', headers: facilitator.headers, body: form });
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.status).toBeLessThan(500);
  });
});

describe('a socket', () => {
  it('that asks ten thousand questions at once has only some under way, and is told or let go', async () => {
    const raw = await rawSocket(town, facilitator);
    const live = { query: 'subscription { board(session: "00000000-0000-4000-8000-000000000000") { seq } }' };
    for (let index = 0; index < 10_000; index += 1) raw.send({ id: String(index), type: 'subscribe', payload: live });
    const { code } = await raw.closed;
    expect([1013, 4429, 1006]).toContain(code);
    expect(raw.messages.filter(({ type }) => type === 'next').length).toBeLessThanOrEqual(20);
    const refused = raw.messages.find(({ type }) => type === 'error');
    if (refused) expect(refused.payload[0].message).toMatch(japanese);
  });

  it('whose one message is deep is refused and does not take the hub along', async () => {
    const raw = await rawSocket(town, facilitator);
    raw.socket.send(`{"id":"1","type":"subscribe","payload":${asking(`{"id":${nested('[', ']', 25_000)}}`)}}`);
    const first = await Promise.race([raw.next(), raw.closed]);
    expect('code' in first ? 'closed' : first.type).toMatch(/closed|error/);
    raw.socket.terminate();
  });

  it('that floods with pings is let go', async () => {
    const raw = await rawSocket(town, facilitator);
    for (let count = 0; count < 20_000; count += 1) raw.send({ type: 'ping' });
    expect([1013, 1006]).toContain((await raw.closed).code);
  });
});
