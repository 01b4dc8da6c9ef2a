import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { aTown, type Guest, type Town } from '#test/kit/a-town';
import { askOverSocket, type Message, rawSocket } from '#test/kit/raw-socket';
import { aBoard } from '#test/kit/steer';

let town: Town;
let facilitator: Guest;
let session: string;

beforeAll(async () => {
  town = await aTown();
  facilitator = await town.as('facilitator');
});
afterAll(() => town?.close());
beforeEach(async () => {
  ({ session } = await aBoard(facilitator));
});

describe('one socket', () => {
  it('has so many operations under way at once and no more, says so, and takes others when some have ended', async () => {
    const raw = await rawSocket(town, facilitator);
    const query = `subscription { board(session: "${session}") { seq session { id } } }`;
    const ids = Array.from({ length: 25 }, (_, index) => `board ${index}`);
    for (const id of ids) raw.send({ id, type: 'subscribe', payload: { query } });
    const answers = new Map<string, Message>();
    while (answers.size < 25) {
      const message = await raw.next();
      answers.set(message.id ?? '', message);
    }
    expect(ids.map((id) => answers.get(id)?.type)).toEqual([...Array(20).fill('next'), ...Array(5).fill('error')]);
    expect(answers.get('board 24')?.payload).toEqual([{ message: expect.stringContaining('20'), extensions: { code: 'LIMIT_EXCEEDED' } }]);
    raw.send({ id: 'board 3', type: 'complete' });
    raw.send({ id: 'another', type: 'subscribe', payload: { query } });
    expect(await raw.next()).toMatchObject({ id: 'another', type: 'next' });
    raw.socket.terminate();
  });

  it('that has closed while the hub looked up whose it is, is not looked after any more', async () => {
    const display = await town.display(session);
    let answer = () => undefined as undefined;
    const standings = vi.spyOn(town.hub.displays, 'standings');
    const paired = town.hub.displays.paired.bind(town.hub.displays);
    const slow = vi.spyOn(town.hub.displays, 'paired').mockImplementation(async (token) => {
      await new Promise<void>((then) => (answer = () => void then()));
      return paired(token);
    });
    const raw = await rawSocket(town, display, { init: 'later' });
    raw.send({ type: 'connection_init', payload: { display: display.token } });
    await vi.waitFor(() => expect(slow).toHaveBeenCalled());
    const opened = [...town.hub.sockets.clients].at(-1);
    raw.socket.terminate();
    await vi.waitFor(() => expect(town.hub.sockets.clients).not.toContain(opened));
    answer();
    await sleep(1_500);
    expect(standings.mock.calls.flat(2)).not.toContain(display.id);
    standings.mockRestore();
    slow.mockRestore();
  });

  it('tells a display nothing about the schema, as HTTP does not, and staff what they ask', async () => {
    const display = await town.display(session);
    for (const query of ['{ __schema { types { name } } }', '{ __type(name: "Session") { fields { name } } }']) {
      const [overHttp, overSocket] = [await display.ask(query), await askOverSocket(town, display, { query })];
      expect(overSocket.type).toBe('error');
      for (const errors of [overHttp.errors, overSocket.payload])
        expect(errors?.[0]).toMatchObject({ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } });
      expect(JSON.stringify((await askOverSocket(town, facilitator, { query })).payload.data)).toContain('"name"');
      expect((await facilitator.ask(query)).errors).toBeUndefined();
    }
    const typename = await askOverSocket(town, display, { query: '{ __typename }' });
    expect(typename.payload).toEqual({ data: { __typename: 'Query' } });
  });
});
