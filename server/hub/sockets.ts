import type { IncomingMessage, Server } from 'node:http';
import { type DocumentNode, type ExecutionArgs, GraphQLError, type GraphQLFormattedError, OperationTypeNode } from 'graphql';
import { useServer } from 'graphql-ws/use/ws';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Viewer } from '#server/access/viewer';
import type { Database } from '#server/database/source';
import { wakesOf } from '#server/events/wakes';
import { Unauthenticated } from '#server/kernel/problem';
import { Admissions, type Standing } from './admissions';
import type { Displays } from './displays';
import { leaving } from './faults';
import type { Graph } from './graph';
import type { LiveBoards, Seat } from './live';
import { type Payload, readQuestion } from './socket-question';
import { targetOf } from './target';

/** Close codes. 4403 is taken by the client as an end; 1012 and 1013 as «come again». */
const CLOSED = { forbidden: 4403, busy: 1013, restart: 1012 } as const;
const MOST_BUFFERED = 1024 * 1024;
const MOST_FRAME = 64 * 1024;

/** Somebody signed in, and the pass under which their open sockets are looked at again. */
export interface SignedIn {
  readonly viewer: Viewer;
  readonly pass: string;
}

export interface SocketHouse {
  readonly database: Database;
  readonly graph: Graph;
  readonly live: LiveBoards;
  readonly displays: Displays;
  /** Who the cookie of the upgrade request names, now. */
  signedIn(request: IncomingMessage): Promise<SignedIn | undefined>;
  /** How the passes of signed-in people stand. */
  standings(passes: readonly string[]): Promise<ReadonlyMap<string, Standing>>;
  /** Whether the request may come from where it says, and to where it asks. */
  sameOrigin(request: IncomingMessage): boolean;
  /** Answers a query or mutation that came over a socket. */
  answer(
    document: DocumentNode,
    operationName: string | null | undefined,
    variables: Record<string, unknown>,
    viewer: Viewer,
  ): Promise<{ data?: unknown; errors?: readonly GraphQLFormattedError[] }>;
}

interface Extra extends Record<PropertyKey, unknown> {
  socket: WebSocket;
  request: IncomingMessage;
  /** Of a display; people are asked for anew with every operation. */
  viewer?: Viewer;
}

/** graphql-transport-ws on the same path as HTTP. Live boards bypass per-socket execution: the hub itself sends their frames. */
export class Sockets {
  readonly #server = new WebSocketServer({ noServer: true, maxPayload: MOST_FRAME, perMessageDeflate: false });
  readonly #dispose: () => Promise<void> | void;
  readonly #displays: Admissions;
  readonly #people: Admissions;
  readonly #revoked = (display: string) => this.#displays.end(display);

  constructor(private readonly house: SocketHouse) {
    this.#displays = new Admissions((ids) => house.displays.standings(ids), dismiss);
    this.#people = new Admissions((passes) => house.standings(passes), dismiss);
    this.#dispose = useServer<Record<string, unknown>, Extra>(
      {
        connectionInitWaitTimeout: 3_000,
        onConnect: (context) => this.#connect(context.extra, context.connectionParams),
        onSubscribe: (context, id, payload) =>
          this.#subscribe(context.extra, id, payload).catch((fault: Error) => [new GraphQLError('', { originalError: fault })]),
        execute: (args) => run(args) as never,
        subscribe: (args) => run(args) as never,
        onNext: (_context, _id, _payload, _args, result) => result as never,
        onError: (_context, _id, _payload, errors) => errors.map((error) => leaving(error)) as never,
      },
      this.#server,
      12_000,
    ).dispose;
    wakesOf(house.database).on('display', this.#revoked);
  }

  /** Takes upgrades of `/graphql`; anything else is left to whoever else listens. */
  listen(server: Server): void {
    server.on('upgrade', (request, socket, head) => {
      socket.on('error', () => socket.destroy());
      const refuse = (status: string) => socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\n\r\n`);
      const target = targetOf(request);
      if (!target) return refuse('400 Bad Request');
      if (target.pathname !== '/graphql') return server.listenerCount('upgrade') > 1 ? undefined : refuse('404 Not Found');
      if (!this.house.sameOrigin(request)) return refuse('403 Forbidden');
      this.#server.handleUpgrade(request, socket, head, (client) => this.#server.emit('connection', client, request));
    });
  }

  /** Open sockets. */
  get clients(): ReadonlySet<WebSocket> {
    return this.#server.clients;
  }

  /** Asks every client to come again, to this node or another, and closes. */
  async close(): Promise<void> {
    this.#displays.stop();
    this.#people.stop();
    wakesOf(this.house.database).off('display', this.#revoked);
    for (const client of this.#server.clients) client.close(CLOSED.restart, 'restarting');
    await this.#dispose();
    this.#server.close();
  }

  async #connect(extra: Extra, params: Record<string, unknown> | undefined): Promise<boolean> {
    try {
      return typeof params?.display === 'string' ? await this.#connectDisplay(extra, params.display) : await this.#connectPerson(extra);
    } catch {
      extra.socket.close(CLOSED.busy, 'come again');
      return false;
    }
  }

  async #connectDisplay(extra: Extra, token: string): Promise<boolean> {
    const display = await this.house.displays.paired(token);
    if (!display) return false;
    extra.viewer = display.viewer;
    this.#displays.admit(display.id, extra.socket);
    return true;
  }

  async #connectPerson(extra: Extra): Promise<boolean> {
    const person = await this.house.signedIn(extra.request);
    if (!person) return false;
    this.#people.admit(person.pass, extra.socket);
    return true;
  }

  async #subscribe(extra: Extra, id: string, payload: Payload): Promise<ExecutionArgs | readonly GraphQLError[]> {
    const viewer = extra.viewer ?? (await this.house.signedIn(extra.request))?.viewer;
    if (!viewer) {
      extra.socket.close(CLOSED.forbidden, 'signed out');
      throw new Unauthenticated();
    }
    const generation = this.house.graph.current;
    const schema = generation.contracts[viewer.audience];
    const question = readQuestion(schema, payload);
    if (!('document' in question)) return question;
    const { document, operation, sent, variables } = question;
    const isLive = operation.operation === OperationTypeNode.SUBSCRIPTION;
    const work = () =>
      isLive
        ? following(extra.socket, id, (seat) => this.house.live.watch(generation, { document, operation, variables, viewer }, seat))
        : this.house.answer(document, payload.operationName, sent, viewer);
    return {
      schema,
      document,
      contextValue: { work } satisfies Operation,
      ...(payload.operationName ? { operationName: payload.operationName } : {}),
    };
  }
}

interface Operation {
  work(): unknown;
}

/** Nothing may be thrown at graphql-ws: it would print the fault and close the socket with its text. */
async function run({ contextValue }: ExecutionArgs): Promise<unknown> {
  try {
    return await (contextValue as Operation).work();
  } catch (fault) {
    return { errors: [leaving(fault)] };
  }
}

function dismiss(socket: WebSocket, standing: Exclude<Standing, 'holds'>): void {
  if (standing === 'ended') socket.close(CLOSED.forbidden, 'no longer allowed');
  else socket.close(CLOSED.restart, 'rights changed');
}

/** An iterator that never yields: the hub sends the frames itself, and leaves the board when graphql-ws ends the operation. */
function following(socket: WebSocket, id: string, watch: (seat: Seat) => () => void): AsyncGenerator<never> {
  const leave = watch({
    id,
    send: (frame) => {
      if (socket.bufferedAmount > MOST_BUFFERED) socket.close(CLOSED.busy, 'too slow');
      else socket.send(frame, { binary: false });
    },
  });
  let end = () => undefined as undefined;
  const ended = new Promise<IteratorReturnResult<undefined>>((resolve) => {
    end = () => {
      leave();
      resolve({ done: true, value: undefined });
      return undefined;
    };
  });
  const finish = () => {
    end();
    return ended;
  };
  const iterator = {
    next: () => ended,
    return: finish,
    throw: finish,
    [Symbol.asyncIterator]: () => iterator,
    [Symbol.asyncDispose]: async () => end(),
  };
  return iterator as unknown as AsyncGenerator<never>;
}
