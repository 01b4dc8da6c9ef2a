import type { KeyObject } from 'node:crypto';
import http from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { buildSchema, graphql } from 'graphql';
import type { Viewer } from '#server/access/viewer';
import { actorVerifier, bodyHash } from '#server/hub/actor-token';

/** What the department on the stage does with a call, given the honest answer to it. */
export type Part = (response: http.ServerResponse, honest: string) => void;

/** A small department in a process of its own, as far as the hub can tell, that can be told to misbehave. */
export interface Stage {
  readonly url: string;
  /** Calls that reached it so far. */
  readonly calls: () => number;
  play(part: Part): void;
  /** Nobody listens any more, and every open connection breaks off, as after `kill -9`. */
  kill(): Promise<void>;
  /** Listens again at the same address. */
  comeBack(): Promise<void>;
}

export const stageSdl = `
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key"])
  type Case @key(fields: "id") { id: ID! garden: Garden }
  type Garden { plots: Int! note: String }
  type Query { gardens: [Garden!] }
  type Mutation { dig(plots: Int!): Garden }
`;

const schema = buildSchema(`${withoutDirectives(stageSdl)}
  scalar _Any union _Entity = Case type _Service { sdl: String! }
  extend type Query { _service: _Service! _entities(representations: [_Any!]!): [_Entity]! }`);
const rootValue = {
  _service: { sdl: stageSdl },
  _entities: ({ representations }: { representations: object[] }) =>
    representations.map((each) => ({ ...each, garden: { plots: 3, note: '南向き' } })),
  // Who was let in, to see that no answer goes to somebody else.
  gardens: (_: unknown, viewer: Viewer) => [{ plots: 1, note: viewer.actor }],
  dig: ({ plots }: { plots: number }) => ({ plots }),
};

/** An SDL as graphql-js reads it, which does not know what Federation adds. */
export function withoutDirectives(sdl: string): string {
  return sdl.replace(/extend schema.*/, '').replaceAll(' @key(fields: "id")', '');
}

export const honestly: Part = (response, honest) => void response.writeHead(200, { 'content-type': 'application/json' }).end(honest);

export async function openStage(name: string, key: KeyObject): Promise<Stage> {
  const verify = actorVerifier(() => [key], name);
  const sockets = new Set<Socket>();
  let part = honestly;
  let calls = 0;
  const server = http.createServer(async (request, response) => {
    calls += 1;
    const body = Buffer.concat(await request.toArray());
    const contextValue = await verify(request.headers.authorization?.replace('Actor ', '') ?? '', bodyHash(body));
    const { query, variables } = JSON.parse(body.toString()) as { query: string; variables: Record<string, unknown> };
    part(response, JSON.stringify(await graphql({ schema, rootValue, contextValue, source: query, variableValues: variables })));
  });
  server.on('connection', (socket) => sockets.add(socket.on('close', () => sockets.delete(socket))));
  const listen = (port: number) => new Promise<void>((done) => void server.listen(port, '127.0.0.1', done));
  await listen(0);
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/graphql`,
    calls: () => calls,
    play: (next) => void (part = next),
    kill: () =>
      new Promise((done) => {
        server.close(() => done());
        for (const socket of sockets) socket.resetAndDestroy();
      }),
    comeBack: () => listen(port),
  };
}
