import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import WebSocket from 'ws';
import { aTown, type Guest, type Town } from '#test/kit/a-town';
import { csrfOfGuest } from '#test/kit/csrf-of-guest';
import { type Message, type RawSocket, rawSocket } from '#test/kit/raw-socket';
import { aBoard, steered } from '#test/kit/steer';
import { watchBoard } from '#test/kit/watch-board';

let town: Town;
let facilitator: Guest;
let board: { session: string; version: number };
let socket: RawSocket;

beforeAll(async () => {
  town = await aTown();
  facilitator = await town.as('facilitator');
  board = await aBoard(facilitator);
});
afterAll(() => town?.close());
beforeEach(async () => {
  const opened = await rawSocket(town, facilitator);
  socket = opened;
  return () => opened.socket.terminate();
});

const unopened = () => rawSocket(town, facilitator, { init: 'later' });
const ME = { query: '{ me { name } }' };
const live = () => ({ query: `subscription { board(session: "${board.session}") { seq kind } }` });
const name = expect.stringContaining('架空');

/** A text as it is, whatever it says; the code with which the socket is closed for it. */
async function codeFor(text: string, on: RawSocket): Promise<number> {
  on.socket.send(text);
  return (await on.closed).code;
}

/** What has come by now: an answer to a ping stands behind everything that was under way. */
async function sofar(on: RawSocket): Promise<readonly Message[]> {
  on.send({ type: 'ping' });
  await on.next('pong');
  return on.messages.filter(({ type }) => !['pong', 'connection_ack'].includes(type));
}

async function moveOn(): Promise<void> {
  board.version = (await steered(facilitator, 'moveOn', { ...board, step: board.version % 7 })).version;
}

function offering(protocols: string | string[] | undefined): Promise<{ protocol: string } | { code: number }> {
  const headers = { origin: town.origin, cookie: facilitator.headers.cookie ?? '' };
  const client = new WebSocket(`${town.origin.replace('http', 'ws')}/graphql`, protocols, { headers });
  return new Promise((done, failed) => {
    client.once('close', (code) => done({ code })).once('error', failed);
    client.once('open', () => {
      if (client.protocol !== 'graphql-transport-ws') return;
      done({ protocol: client.protocol });
      client.terminate();
    });
  });
}

describe('graphql-transport-ws, by its protocol: a connection', () => {
  it('1. chooses this subprotocol among those that are offered', async () => {
    expect(await offering('graphql-transport-ws')).toEqual({ protocol: 'graphql-transport-ws' });
    expect(await offering(['graphql-ws', 'graphql-transport-ws'])).toEqual({ protocol: 'graphql-transport-ws' });
  });

  it('2. is closed with 4406 where another one is asked for, or none', async () => {
    // A client that gets none of those it offered breaks off itself; one that offers none is told.
    await expect(offering('graphql-ws')).rejects.toThrow(/subprotocol/i);
    expect(await offering(undefined)).toEqual({ code: 4406 });
  });

  it.each([{}, { anything: [1] }])('3. is acknowledged, with the payload %j', async (payload) => {
    const fresh = await unopened();
    fresh.send({ type: 'connection_init', payload: { ...payload, ...csrfOfGuest(facilitator) } });
    expect(await fresh.next()).toEqual({ type: 'connection_ack' });
    fresh.socket.terminate();
  });

  it('4. is closed with 4408 when it is not asked for in time', async () => {
    expect((await (await unopened()).closed).code).toBe(4408);
  });

  it('5. is closed with 4429 when it is asked for again', async () => {
    expect(await codeFor('{"type":"connection_init"}', socket)).toBe(4429);
  });

  it('6. is closed with 4429 when it is asked for again before it is acknowledged', async () => {
    const fresh = await unopened();
    fresh.send({ type: 'connection_init' });
    expect(await codeFor('{"type":"connection_init"}', fresh)).toBe(4429);
  });

  it('7. is closed with 4401 when something is asked before it is acknowledged', async () => {
    expect(await codeFor(JSON.stringify({ id: '1', type: 'subscribe', payload: ME }), await unopened())).toBe(4401);
    const hasty = await unopened();
    hasty.send({ type: 'connection_init' });
    expect(await codeFor(JSON.stringify({ id: '1', type: 'subscribe', payload: ME }), hasty)).toBe(4401);
    expect(hasty.messages.filter(({ type }) => type === 'next')).toEqual([]);
  });

  it('8. answers a ping with a pong and its payload, before it is acknowledged too', async () => {
    for (const on of [await unopened(), socket]) {
      on.send({ type: 'ping' });
      expect(await on.next('pong')).toEqual({ type: 'pong' });
      on.send({ type: 'ping', payload: { at: 1 } });
      expect(await on.next('pong')).toEqual({ type: 'pong', payload: { at: 1 } });
    }
  });

  it('9. takes a pong that nobody asked for', async () => {
    socket.send({ type: 'pong' });
    socket.send({ type: 'pong', payload: { at: 1 } });
    expect(await sofar(socket)).toEqual([]);
  });
});

describe('graphql-transport-ws, by its protocol: a message', () => {
  it.each(['', 'hello', '{"type":', 'null', '[]', '1', '"ping"', '{}', '{"type":1}', '{"type":null}'])(
    '10. closes the socket with 4400 when it is none: %s',
    async (text) => expect(await codeFor(text, socket)).toBe(4400),
  );

  it.each(['start', 'connection_terminate', 'PING', 'constructor', '__proto__'])(
    '11. closes the socket with 4400 when nobody knows its type: %s',
    async (type) => expect(await codeFor(JSON.stringify({ type, id: '1', payload: ME }), socket)).toBe(4400),
  );

  it.each([{ type: 'connection_ack' }, { type: 'next', id: '1', payload: {} }, { type: 'error', id: '1', payload: [{ message: 'x' }] }])(
    '12. closes the socket with 4400 when only a server sends it: $type',
    async (message) => expect(await codeFor(JSON.stringify(message), socket)).toBe(4400),
  );

  it.each([undefined, null, '', 1, {}, ['1']])('13. closes the socket with 4400 when it asks under the id %j', async (id) =>
    expect(await codeFor(JSON.stringify({ type: 'subscribe', id, payload: ME }), socket)).toBe(4400),
  );

  it.each([
    undefined,
    null,
    'query',
    {},
    { query: null },
    { query: { kind: 'Document', definitions: [] } },
    { ...ME, variables: [] },
    { ...ME, variables: 'x' },
    { ...ME, operationName: 1 },
    { ...ME, extensions: [] },
  ])('14. closes the socket with 4400 when what it asks has not the form of a question: %j', async (payload) =>
    expect(await codeFor(JSON.stringify({ type: 'subscribe', id: '1', payload }), socket)).toBe(4400),
  );
});

describe('graphql-transport-ws, by its protocol: an operation', () => {
  it('15. with one result is answered by one next and a complete', async () => {
    socket.send({ id: '1', type: 'subscribe', payload: { ...ME, operationName: null, variables: null } });
    expect(await socket.next()).toEqual({ id: '1', type: 'next', payload: { data: { me: { name } } } });
    expect(await socket.next()).toEqual({ id: '1', type: 'complete' });
    expect(await sofar(socket)).toHaveLength(2);
  });

  it('16. sends a next for everything that happens, until the client completes it, and then nothing', async () => {
    socket.send({ id: 'a', type: 'subscribe', payload: live() });
    expect((await socket.next('next')).payload.data.board.kind).toBe('SNAPSHOT');
    await moveOn();
    expect((await socket.next('next')).payload.data.board.kind).toBe('STEP_CHANGED');
    socket.send({ id: 'a', type: 'complete' });
    const [before, other] = [(await sofar(socket)).length, await watchBoard(town, facilitator, board.session)];
    await other.next();
    await moveOn();
    expect((await other.next()).kind).toBe('STEP_CHANGED');
    expect(await sofar(socket)).toHaveLength(before);
    other.cut();
  });

  it('17. under an id that is in use closes the socket with 4409, whatever kind it is', async () => {
    socket.send({ id: 'a', type: 'subscribe', payload: live() });
    await socket.next('next');
    socket.send({ id: 'a', type: 'subscribe', payload: ME });
    expect(await socket.closed).toEqual({ code: 4409, reason: 'Subscriber for a already exists' });
    const twice = await rawSocket(town, facilitator);
    for (let count = 0; count < 2; count += 1) twice.send({ id: 'b', type: 'subscribe', payload: ME });
    expect((await twice.closed).code).toBe(4409);
  });

  it('18. leaves its id free once it has ended, however it ended', async () => {
    for (const payload of [ME, { query: '{ nobody }' }, live(), ME]) {
      socket.send({ id: 'a', type: 'subscribe', payload });
      await socket.next(payload.query === '{ nobody }' ? 'error' : 'next');
      if (payload.query.startsWith('subscription')) socket.send({ id: 'a', type: 'complete' });
      else if (payload.query !== '{ nobody }') await socket.next('complete');
    }
  });

  it('19. that cannot be begun is ended by an error with a list, and no complete follows', async () => {
    for (const query of ['{ nobody }', '{ me ', 'query ($id: ID!) { case(id: $id) { id } }']) {
      const id = String(query.length);
      socket.send({ id, type: 'subscribe', payload: { query } });
      const answer = await socket.next();
      expect(answer).toEqual({ id, type: 'error', payload: [expect.objectContaining({ message: expect.any(String) })] });
      expect((await sofar(socket)).filter((each) => each.id === id)).toEqual([answer]);
    }
  });

  it('20. that nobody knows, or that has ended, may be completed', async () => {
    socket.send({ id: 'never', type: 'complete' });
    socket.send({ id: '1', type: 'subscribe', payload: ME });
    await socket.next('complete');
    socket.send({ id: '1', type: 'complete' });
    expect(await sofar(socket)).toHaveLength(2);
  });

  it('21. runs beside others on its socket, and ends without them', async () => {
    for (const id of ['a', 'b', '__proto__']) socket.send({ id, type: 'subscribe', payload: live() });
    const begun = [await socket.next('next'), await socket.next('next'), await socket.next('next')];
    expect(begun.map(({ id }) => id).sort()).toEqual(['__proto__', 'a', 'b']);
    socket.send({ id: 'q', type: 'subscribe', payload: ME });
    expect(await socket.next()).toMatchObject({ id: 'q', type: 'next' });
    expect(await socket.next()).toMatchObject({ id: 'q', type: 'complete' });
    socket.send({ id: 'a', type: 'complete' });
    await moveOn();
    const further = [await socket.next('next'), await socket.next('next')];
    expect(further.map(({ id, payload }) => [id, payload.data.board.kind]).sort()).toEqual([
      ['__proto__', 'STEP_CHANGED'],
      ['b', 'STEP_CHANGED'],
    ]);
  });
});
