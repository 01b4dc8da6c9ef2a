import type net from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { aTown, type Guest, type Town } from '#test/kit/a-town';
import { type RawSocket, rawSocket } from '#test/kit/raw-socket';
import { aBoard } from '#test/kit/steer';

let town: Town;
let facilitator: Guest;
let socket: RawSocket;
const ME = { query: '{ me { name } }' };
const japanese = /[ぁ-んァ-ヶ一-龠]/;

beforeAll(async () => {
  town = await aTown();
  facilitator = await town.as('facilitator');
});
afterAll(() => town?.close());
beforeEach(async () => {
  const opened = await rawSocket(town, facilitator);
  socket = opened;
  return () => opened.socket.terminate();
});

const closedWith = async (raw: RawSocket) => (await raw.closed).code;
const aChange = (title: string) => ({
  query: `mutation { createSession(input: { kind: MARUGOTO, title: "${title}", heldOn: "2026-12-01", place: "x" }) { id } }`,
});
const titled = (title: string) => town.rows('select id from core.session where title = $1', [title]);

describe('a frame', () => {
  it('that is binary is no message, whatever it says', async () => {
    socket.socket.send(Buffer.from(JSON.stringify({ id: '1', type: 'subscribe', payload: aChange('二進の会議') })), { binary: true });
    expect(await closedWith(socket)).toBe(4400);
    expect(await titled('二進の会議')).toEqual([]);
  });

  it('that is too long, or no text, closes the socket, and nobody prints what the client did', async () => {
    const printed = vi.spyOn(console, 'error');
    socket.socket.send(`"${'x'.repeat(64 * 1024)}"`);
    expect(await closedWith(socket)).toBe(1009);
    const broken = await rawSocket(town, facilitator);
    broken.socket.send(Buffer.from([0xff, 0xfe, 0xfd]), { binary: false });
    expect(await closedWith(broken)).toBe(1007);
    expect(printed).not.toHaveBeenCalled();
  });
});

describe('a socket', () => {
  it('stays open when one of its questions cannot be read', async () => {
    for (const query of ['{ me ', '', '{', 'subscription', '\u0000']) {
      socket.send({ id: '1', type: 'subscribe', payload: { query } });
      expect(await socket.next()).toMatchObject({ id: '1', type: 'error', payload: [{ extensions: { code: 'GRAPHQL_PARSE_FAILED' } }] });
    }
    socket.send({ id: '1', type: 'subscribe', payload: ME });
    expect(await socket.next()).toMatchObject({ type: 'next' });
  });

  it('hears no more of a question that it has taken back, and may ask another one under its id at once', async () => {
    for (const question of ['first', 'second', 'third']) {
      socket.send({ id: '1', type: 'subscribe', payload: { query: `{ ${question}: me { name } }` } });
      if (question !== 'third') socket.send({ id: '1', type: 'complete' });
    }
    expect(await socket.next()).toMatchObject({ id: '1', type: 'next', payload: { data: { third: {} } } });
    expect(await socket.next()).toEqual({ id: '1', type: 'complete' });
    socket.send({ type: 'ping' });
    expect(await socket.next()).toEqual({ type: 'pong' });
  });

  it('that leaves takes its places at the boards along', async () => {
    const { session } = await aBoard(facilitator);
    socket.send({ id: 'a', type: 'subscribe', payload: { query: `subscription { board(session: "${session}") { seq } }` } });
    await socket.next('next');
    expect(town.hub.live.classes).toBe(1);
    socket.socket.close(1000);
    await socket.closed;
    await vi.waitFor(() => expect(town.hub.live.classes).toBe(0));
  });

  it('that has been asked to leave is not listened to any more', async () => {
    socket.send({ type: 'connection_init' });
    socket.send({ id: '1', type: 'subscribe', payload: aChange('あとから来た会議') });
    expect(await closedWith(socket)).toBe(4429);
    expect((await facilitator.ask('{ me { id } }')).status).toBe(200);
    expect(await titled('あとから来た会議')).toEqual([]);
  });

  it('may have only so much under way at a time', async () => {
    const { session } = await aBoard(facilitator);
    const live = { query: `subscription { board(session: "${session}") { seq } }` };
    for (let index = 0; index < 21; index += 1) socket.send({ id: String(index), type: 'subscribe', payload: live });
    const refused = await socket.next('error');
    expect(refused).toMatchObject({
      id: '20',
      payload: [{ message: expect.stringMatching(japanese), extensions: { code: 'LIMIT_EXCEEDED' } }],
    });
  });

  it('that does nothing but talk is let go', async () => {
    for (let count = 0; count < 3_000; count += 1) socket.send({ type: 'pong' });
    expect(await closedWith(socket)).toBe(1013);
  });

  it('that asks for answers and does not fetch them is let go before they fill the memory', async () => {
    const pipe = (socket.socket as unknown as { _socket: net.Socket })._socket;
    pipe.pause();
    const before = process.memoryUsage().arrayBuffers;
    const payload = { padding: 'x'.repeat(60_000) };
    for (let count = 0; count < 900; count += 1) socket.send({ type: 'ping', payload });
    const waiting = () => [...town.hub.sockets.clients].filter((client) => client.readyState === client.OPEN);
    await vi.waitFor(() => expect(waiting()).toEqual([]), 10_000);
    for (const client of town.hub.sockets.clients) expect(client.bufferedAmount).toBeLessThan(4 * 1024 * 1024);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(256 * 1024 * 1024);
    pipe.resume();
    expect([1013, 1006]).toContain(await closedWith(socket));
  });
});
