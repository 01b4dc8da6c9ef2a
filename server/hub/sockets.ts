import type { IncomingMessage, Server } from 'node:http';
import { type DocumentNode, type ExecutionArgs, GraphQLError, type GraphQLFormattedError, OperationTypeNode } from 'graphql';
import { handleProtocols, makeServer } from 'graphql-ws';
import { type ServerOptions, type WebSocket, WebSocketServer } from 'ws';
import type { Viewer } from '#server/access/viewer';
import type { Database } from '#server/database/source';
import { wakesOf } from '#server/events/wakes';
import { Unauthenticated, Unavailable } from '#server/kernel/problem';
import { Admissions, SILENT_MS, type Standing } from './admissions';
import { CLOSED } from './closed';
import type { Displays } from './displays';
import { leaving } from './faults';
import { following } from './following';
import type { Graph } from './graph';
import type { SignedIn } from './identity/caller';
import { isCsrf } from './identity/csrf';
import type { LiveBoards } from './live';
import type { Pace } from './pace';
import { attend } from './socket-line';
import { type Payload, readQuestion } from './socket-question';
import { targetOf } from './target';

const MOST_FRAME = 64 * 1024;
/** Operations that one socket may have under way at the same time. */
const MOST_OPERATIONS = 20;
/** Whoever was asked to leave and does not answer is cut off. */
const closeTimeout = 5_000;

export interface SocketHouse {
  readonly database: Database;
  readonly graph: Graph;
  readonly live: LiveBoards;
  readonly displays: Displays;
  readonly pace: Pace;
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
  readonly #server = new WebSocketServer({
    noServer: true,
    maxPayload: MOST_FRAME,
    perMessageDeflate: false,
    handleProtocols,
    closeTimeout,
  } as ServerOptions);
  readonly #displays: Admissions;
  readonly #people: Admissions;
  readonly #revoked = (display: string) => this.#displays.end(display);
  readonly #changed = () => void this.#people.look().catch(() => undefined); // it looks again by itself

  constructor(private readonly house: SocketHouse) {
    this.#displays = new Admissions((ids) => house.displays.standings(ids), SILENT_MS[house.database.kind]);
    this.#people = new Admissions((passes) => house.standings(passes), SILENT_MS[house.database.kind]);
    const protocol = makeServer<Record<string, unknown>, Extra>({
      connectionInitWaitTimeout: 3_000,
      onConnect: (context) => this.#connect(context.extra, context.connectionParams),
      onSubscribe: ({ extra, subscriptions }, id, payload) =>
        Object.keys(subscriptions).length > MOST_OPERATIONS
          ? [tooMany()]
          : this.#subscribe(extra, id, payload).catch((fault: Error) => [new GraphQLError('', { originalError: fault })]),
      execute: (args) => run(args) as never,
      subscribe: (args) => run(args) as never,
      onNext: (_context, _id, _payload, _args, result) => result as never,
      onError: (_context, _id, _payload, errors) => errors.map((error) => leaving(error)) as never,
    });
    this.#server.on('connection', (socket, request) => attend(protocol, socket, { socket, request }));
    wakesOf(house.database).on('display', this.#revoked);
    wakesOf(house.database).on('rights', this.#changed);
    house.live.insistOnRights(() => this.#people.look());
  }

  /** Takes upgrades of `/graphql`; anything else is left to whoever else listens. */
  listen(server: Server): void {
    server.on('upgrade', (request, socket, head) => {
      socket.on('error', () => socket.destroy());
      const refuse = (status: string) => socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\n\r\n`, () => socket.destroy());
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
    wakesOf(this.house.database).off('rights', this.#changed);
    for (const client of this.#server.clients) client.close(CLOSED.restart, 'restarting');
    await new Promise((done) => this.#server.close(done));
  }

  async #connect(extra: Extra, params: Record<string, unknown> | undefined): Promise<boolean> {
    try {
      return typeof params?.display === 'string'
        ? await this.#connectDisplay(extra, params.display)
        : await this.#connectPerson(extra, params?.csrf);
    } catch {
      extra.socket.close(CLOSED.busy, 'come again');
      return false;
    }
  }

  async #connectDisplay(extra: Extra, token: string): Promise<boolean> {
    const display = await this.house.displays.paired(token);
    if (!display) return false;
    extra.viewer = display.viewer;
    return this.#displays.admit(display.id, extra.socket);
  }

  /** The cookie comes along by itself, from wherever the page is; that the page is one of ours it proves by what it knows. */
  async #connectPerson(extra: Extra, csrf: unknown): Promise<boolean> {
    const person = await this.house.signedIn(extra.request);
    return person && isCsrf(csrf, person.csrf) ? this.#people.admit(person.pass, extra.socket) : false;
  }

  async #subscribe(extra: Extra, id: string, payload: Payload): Promise<ExecutionArgs | readonly GraphQLError[]> {
    const viewer = extra.viewer ?? (await this.#present(extra.request));
    if (!viewer) {
      extra.socket.close(CLOSED.forbidden, 'signed out');
      throw new Unauthenticated();
    }
    const tooFast = this.house.pace.tooFast(viewer.actor, payload.query.length);
    if (tooFast) throw tooFast;
    const generation = this.house.graph.current;
    const schema = generation.contracts[viewer.audience];
    const question = readQuestion(schema, viewer.audience, payload);
    if (!('document' in question)) return question;
    const { document, operation, sent, variables } = question;
    const isLive = operation.operation === OperationTypeNode.SUBSCRIPTION;
    const work = () =>
      isLive
        ? following(extra.socket, { id, actor: viewer.actor }, (seat) =>
            this.house.live.watch(generation, { document, operation, variables, viewer }, seat),
          )
        : this.house.answer(document, payload.operationName, sent, viewer);
    return {
      schema,
      document,
      contextValue: { work } satisfies Operation,
      ...(payload.operationName ? { operationName: payload.operationName } : {}),
    };
  }

  async #present(request: IncomingMessage): Promise<Viewer | undefined> {
    const person = await this.house.signedIn(request).catch(() => {
      throw new Unavailable();
    });
    return person?.viewer;
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

const tooMany = () =>
  new GraphQLError(`一つの接続で同時に開ける問い合わせは${MOST_OPERATIONS}までです。終わったものを閉じてから、もう一度送ってください。`, {
    extensions: { code: 'LIMIT_EXCEEDED' },
  });
