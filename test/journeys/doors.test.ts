import http from 'node:http';
import net from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aTown, type Guest, type Town } from '#test/kit/a-town';
import { rawSocket } from '#test/kit/raw-socket';

const japanese = /[ぁ-んァ-ヶ一-龠]/;
let town: Town;
let facilitator: Guest;

beforeAll(async () => {
  town = await aTown();
  facilitator = await town.as('facilitator');
});
afterAll(() => town?.close());

describe('the door of HTTP', () => {
  const graphql = (init: RequestInit & { search?: string } = {}) =>
    fetch(`${town.origin}/graphql${init.search ?? ''}`, { ...init, headers: { ...facilitator.headers, ...init.headers } });
  const json = { 'content-type': 'application/json' };
  const ask = encodeURIComponent('{ me { name } }');

  it('takes a body of up to 1 MB, and says so of a larger one', async () => {
    const padded = (bytes: number) => JSON.stringify({ query: '{ me { id } }', extensions: { padding: 'x'.repeat(bytes) } });
    expect((await graphql({ method: 'POST', headers: json, body: padded(1_000_000) })).status).toBe(200);
    for (const bytes of [1_100_000, 20_000_000]) {
      const answer = await graphql({ method: 'POST', headers: json, body: padded(bytes) });
      expect(answer.status).toBe(413);
      expect(await answer.json()).toMatchObject({
        errors: [{ message: expect.stringMatching(japanese), extensions: { code: 'INVALID' } }],
      });
    }
  });

  it('takes JSON and nothing that a form of another page could send', async () => {
    expect((await graphql({ method: 'POST', headers: json, body: '{"query":' })).status).toBe(400);
    expect((await graphql({ method: 'POST', headers: json, body: '[]' })).status).toBe(400);
    expect((await graphql({ method: 'POST', headers: json, body: '[{"query":"{ me { id } }"}]' })).status).toBe(400);
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x']) {
      const answer = await graphql({
        method: 'POST',
        headers: { 'content-type': type },
        body: JSON.stringify({ query: '{ me { name } }' }),
      });
      expect([400, 415]).toContain(answer.status);
      expect(await answer.text()).not.toContain('つなぐ');
    }
  });

  it('answers a GET only to somebody who could not be a link, and no change by GET at all', async () => {
    expect((await graphql({ search: `?query=${ask}` })).status).toBe(400);
    const read = await graphql({ search: `?query=${ask}`, headers: { 'apollo-require-preflight': 'yes' } });
    expect([read.status, await read.json()]).toEqual([200, { data: { me: { name: '結城野 つなぐ(架空)' } } }]);
    const change = encodeURIComponent(
      'mutation { createSession(input: { kind: MARUGOTO, title: "GET", heldOn: "2026-12-01", place: "x" }) { id } }',
    );
    const changed = await graphql({ search: `?query=${change}`, headers: { 'apollo-require-preflight': 'yes' } });
    expect(changed.status).toBe(405);
    expect(await town.rows(`select id from core.session where title = 'GET'`)).toEqual([]);
    for (const method of ['PUT', 'DELETE', 'PATCH']) expect((await graphql({ method, headers: json, body: '{}' })).status).toBe(405);
  });

  it('says no to subscriptions, which belong on a socket', async () => {
    const answer = await graphql({
      method: 'POST',
      headers: json,
      body: JSON.stringify({ query: 'subscription { board(session: "x") { seq } }' }),
    });
    expect(await answer.json()).toEqual({ errors: [{ message: expect.stringMatching(japanese), extensions: { code: 'BAD_REQUEST' } }] });
  });

  it('answers addresses that are none, on both roads, and goes on living', async () => {
    const { port } = new URL(town.origin);
    for (const target of ['//', 'http://', '/%', '/graphql?query=%', '*']) {
      for (const upgrade of [
        '',
        'Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n',
      ]) {
        const line = await firstLine(
          Number(port),
          `GET ${target} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n${upgrade || 'Connection: close\r\n'}\r\n`,
        );
        expect([target, upgrade.length > 0, line]).toEqual([target, upgrade.length > 0, expect.stringMatching(/^HTTP\/1.1 [45]\d\d/)]);
      }
    }
    expect((await fetch(`${town.origin}/health`)).status).toBe(200);
  });

  it('never caches, and lets no page of another host read along', async () => {
    const answer = await graphql({
      method: 'POST',
      headers: { ...json, origin: 'https://evil.example' },
      body: JSON.stringify({ query: '{ me { id } }' }),
    });
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.headers.get('access-control-allow-origin')).toBeNull();
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'self'");
  });
});

describe('the door of sockets', () => {
  it('is closed to other pages and to whoever says nothing about where they come from', async () => {
    for (const origin of [undefined, 'https://evil.example', 'null', `${town.origin}.evil.example`, 'http://127.0.0.1:1']) {
      expect([origin, await upgradeStatus(origin)]).toEqual([origin, 403]);
    }
    expect(await upgradeStatus(town.origin)).toBe(101);
  });

  it('is closed to a name that is not one of the hub', async () => {
    const nobody = await rawSocket(town, { headers: {} }, { init: 'later' });
    nobody.send({ type: 'connection_init' });
    expect((await nobody.closed).code).toBe(4403);
    const liar = await rawSocket(town, { headers: {} }, { init: 'later' });
    liar.send({ type: 'connection_init', payload: { display: 'no such token' } });
    expect((await liar.closed).code).toBe(4403);
  });

  it('is closed to frames that are too large, or no messages', async () => {
    const large = await rawSocket(town, facilitator);
    large.send({ id: '1', type: 'subscribe', payload: { query: `{ me { id } } # ${'x'.repeat(70_000)}` } });
    expect((await large.closed).code).toBe(1009);
    const odd = await rawSocket(town, facilitator);
    odd.socket.send('hello');
    expect((await odd.closed).code).toBe(4400);
  });

  it('answers a question that it cannot follow live with an error, and stays open', async () => {
    const raw = await rawSocket(town, facilitator);
    const session = '00000000-0000-4000-8000-000000000000';
    const questions: { query: string }[] = [
      { query: `subscription { board(session: "${session}") { session { agenda { card { case { children { id } } } } } } }` },
    ];
    for (const [index, payload] of questions.entries()) {
      raw.send({ id: String(index), type: 'subscribe', payload });
      const answer = await raw.next('next');
      expect(answer).toMatchObject({
        id: String(index),
        payload: { errors: [{ message: expect.stringMatching(japanese), extensions: { code: 'BAD_USER_INPUT' } }] },
      });
      expect(await raw.next()).toEqual({ id: String(index), type: 'complete' });
    }
    raw.send({
      id: 'none',
      type: 'subscribe',
      payload: {
        query: `subscription ($on: Boolean!) { board(session: "${session}") @include(if: $on) { seq } }`,
        variables: { on: false },
      },
    });
    expect(await raw.next()).toMatchObject({
      id: 'none',
      type: 'error',
      payload: [{ message: expect.stringContaining('@include・@skip で選べません'), extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }],
    });
    raw.send({ id: 'last', type: 'subscribe', payload: { query: '{ me { name } }' } });
    expect((await raw.next('next')).payload.data.me.name).toContain('架空');
  });
});

async function firstLine(port: number, request: string): Promise<string> {
  const socket = net.connect(port, '127.0.0.1', () => socket.write(request));
  return new Promise((done) => {
    let text = '';
    socket.setTimeout(2_000, () => socket.destroy());
    socket.on('data', (data) => {
      text += data.toString();
      if (text.includes('\r\n')) socket.destroy();
    });
    socket.on('error', () => undefined);
    socket.on('close', () => done(text.split('\r\n')[0] ?? ''));
  });
}

function upgradeStatus(origin: string | undefined): Promise<number> {
  return new Promise((done, failed) => {
    const headers = {
      connection: 'Upgrade',
      upgrade: 'websocket',
      'sec-websocket-version': '13',
      'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
      'sec-websocket-protocol': 'graphql-transport-ws',
      cookie: facilitator.headers.cookie,
      ...(origin ? { origin } : {}),
    };
    const request = http.get(`${town.origin}/graphql`, { headers });
    request.on('upgrade', (response, socket) => {
      socket.destroy();
      done(response.statusCode ?? 0);
    });
    request.on('response', (response) => done(response.resume().statusCode ?? 0));
    request.on('error', failed);
  });
}
