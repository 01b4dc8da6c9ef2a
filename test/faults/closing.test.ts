import http from 'node:http';
import net from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aTown, type Town } from '#test/kit/a-town';
import { anotherNode } from '#test/kit/another-node';

let town: Town;
beforeAll(async () => {
  town = await aTown();
});
afterAll(() => town?.close());

/** A connection on which nothing has been said yet. */
async function silent(origin: string): Promise<net.Socket> {
  const socket = net.connect(Number(new URL(origin).port), '127.0.0.1');
  await new Promise((done) => socket.once('connect', done));
  return socket;
}

function ask(origin: string, options: http.RequestOptions): Promise<http.IncomingMessage> {
  return new Promise((done, failed) => http.get(origin, options, done).once('error', failed));
}

describe('a hub that closes', () => {
  it('answers what is under way, and refuses what comes after', async () => {
    let finish: () => void = () => undefined;
    const finished = new Promise<void>((done) => (finish = done));
    let begun: () => void = () => undefined;
    const beginning = new Promise<void>((done) => (begun = done));
    const node = await anotherNode(town, {
      pages: async (_request, response) => {
        begun();
        await finished;
        response.end('到着');
        return true;
      },
    });
    const standing = await silent(node.origin);
    const underWay = ask(`${node.origin}/slow`, { agent: new http.Agent({ keepAlive: true }) });
    await beginning;
    const closed = node.close();

    const refused = await ask(`${node.origin}/health`, { createConnection: () => standing });
    expect([refused.statusCode, refused.headers.connection]).toEqual([503, 'close']);
    expect(JSON.parse(await text(refused))).toMatchObject({ errors: [{ extensions: { code: 'UNAVAILABLE', retriable: true } }] });
    await expect(fetch(`${node.origin}/health`)).rejects.toMatchObject({ cause: { code: 'ECONNREFUSED' } });

    finish();
    const answer = await underWay;
    expect([answer.statusCode, answer.headers.connection, await text(answer)]).toEqual([200, 'close', '到着']);
    await closed;
  });

  it('waits neither for a connection that has said nothing, nor for one that has said all', async () => {
    const node = await anotherNode(town);
    const connections = [await silent(node.origin), await silent(node.origin)];
    const answered = await ask(`${node.origin}/health`, { agent: new http.Agent({ keepAlive: true }) });
    await text(answered);
    const cut = Promise.all(connections.map((connection) => new Promise((done) => connection.resume().once('close', done))));
    await node.close();
    await cut;
  });
});
