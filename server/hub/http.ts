import http, { type IncomingMessage, type ServerResponse } from 'node:http';
import type { Viewer } from '#server/access/viewer';
import type { Database } from '#server/database/source';
import { log } from '#server/kernel/log';
import { Denied, Invalid, Unauthenticated, Unavailable } from '#server/kernel/problem';
import { tellPresence } from '#server/meetings/presence';
import { type ApolloServers, type HttpAnswer, headerMap, refusal } from './apollo';
import { newContext } from './context';
import { recordDenial } from './denials';
import type { Displays } from './displays';
import { faultPlace } from './fault-place';
import { parseBody, readBody } from './http-body';
import { secure } from './http-headers';
import type { Callers } from './identity/caller';
import type { Door } from './identity/door';
import { type OwnerOf, refusedToService } from './identity/service-question';
import { isFromElsewhere, isFromOwnPage, isOwnHost, isSameOrigin } from './origin';
import type { Pace } from './pace';
import { targetOf } from './target';

const LONGEST_KEY = 200;
/**
 * Whoever sends a request slowly holds a connection and nothing else, and not for long (ms; bytes). One that is idle is kept longer than any
 * proxy in front keeps it: closed from here, it would break off the question that is just on its way.
 */
const PATIENCE = {
  keepAliveTimeout: 65_000,
  headersTimeout: 10_000,
  requestTimeout: 20_000,
  connectionsCheckingInterval: 1_000,
  maxHeaderSize: 16 * 1024,
} as const;

/** Everything a request may reach. */
export interface HttpHouse {
  readonly database: Database;
  readonly apollo: ApolloServers;
  readonly callers: Callers;
  readonly door: Door;
  readonly ownerOf: OwnerOf;
  readonly displays: Displays;
  readonly pace: Pace;
  /** Whether the address that people type is https. */
  readonly encrypted: boolean;
  /** Serves pages; false when there is none. */
  pages(request: IncomingMessage, response: ServerResponse, pathname: string): Promise<boolean>;
  /** Hosts under which this server may be addressed; undefined for any. */
  readonly hosts?: ReadonlySet<string>;
}

/** The HTTP face of the hub. Nothing here decides about data: it finds out who asks, and hands on. */
export function createHttpServer(house: HttpHouse): http.Server {
  const server = http.createServer(PATIENCE, (request, response) => {
    // A connection that stands may bring new work after the server has begun to close.
    if (!server.listening)
      return send(response, refusal(new Unavailable('ハブを止めているところです。少し待ってから、もう一度お試しください。'), 503));
    void route(house, request, response).catch((fault: unknown) => {
      // Gone in the middle of the question.
      if (request.errored) return;
      log.error('a request could not be answered', { fault: faultPlace(fault) });
      if (!response.headersSent) send(response, refusal(new Unavailable(), 503));
      else response.destroy();
    });
  });
  return server;
}

async function route(house: HttpHouse, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = targetOf(request);
  secure(response, url?.pathname ?? '/', house.encrypted);
  if (!url) return text(response, 400, 'アドレスが読めません。');
  if (!isOwnHost(house.hosts, request)) return text(response, 421, 'この名前では応答しません。');
  const at = `${request.method === 'HEAD' ? 'GET' : request.method} ${url.pathname}`;
  if (url.pathname === '/graphql') return graphql(house, request, response, url);
  if (at === 'GET /health') return json(response, 200, { ok: true });
  if (await house.door.answer(request, response, url)) return;
  if (at === 'POST /display/pairing') return requestPairing(house, request, response);
  if (at === 'GET /display/pairing') return json(response, 200, await house.displays.state(displayToken(request) ?? ''));
  if (at === 'POST /presence') return present(house, request, response, url);
  if (at === 'POST /display/painted') return painted(house, request, response, url);
  if (request.method !== 'GET' && request.method !== 'HEAD') return text(response, 405, 'この方法では受け付けません。');
  if (!(await house.pages(request, response, url.pathname))) text(response, 404, '見つかりません。');
}

async function graphql(house: HttpHouse, request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
  if (isFromElsewhere(request)) return send(response, refusal(new Denied('ほかのサイトのページからは問い合わせできません。'), 403));
  const service = await house.callers.service(request);
  const viewer = service === 'none' ? await viewerOfRequest(house, request) : service?.viewer;
  if (!viewer) return send(response, refusal(new Unauthenticated(), 401));
  const body = request.method === 'POST' ? await readBody(request) : undefined;
  if (body === 'too large') return send(response, refusal(new Invalid('問い合わせが大きすぎます。1MBまでにしてください。'), 413));
  const tooFast = house.pace.tooFast(viewer.actor, (body ?? url.search).length);
  if (tooFast) {
    response.setHeader('retry-after', String(tooFast.details.retryAfter));
    return send(response, refusal(tooFast, 429));
  }
  const parsed = body === undefined ? undefined : parseBody(request, body);
  if (parsed === 'not JSON') return send(response, refusal(new Invalid('本文がJSONとして読めません。'), 400));
  const refused = service && service !== 'none' && refusedToService(service, parsed ?? Object.fromEntries(url.searchParams), house.ownerOf);
  if (refused) {
    await recordDenial(house.database, viewer, 'service', refused);
    return send(response, refusal(refused, refused.code === 'DENIED' ? 403 : 400));
  }
  const key = request.headers['idempotency-key']?.toString();
  if (key && key.length > LONGEST_KEY)
    return send(
      response,
      refusal(new Invalid('再送番号（Idempotency-Key）が長すぎます。', { idempotencyKey: `${LONGEST_KEY}文字までにしてください。` }), 400),
    );
  const context = newContext(house.database, viewer, key, service && service !== 'none' ? service.purpose : undefined);
  try {
    send(
      response,
      await house.apollo.handle(
        { method: request.method ?? 'GET', headers: headersOf(request), search: url.search, body: parsed },
        context,
      ),
    );
  } finally {
    await context.unit.close();
  }
}

/** As Apollo reads them. It refuses a GET that any link could have sent, unless it is told that this one is none. */
function headersOf(request: IncomingMessage): ReturnType<typeof headerMap> {
  const headers = headerMap(request.headers);
  if (isFromOwnPage(request)) headers.set('apollo-require-preflight', 'from a page of this host');
  return headers;
}

/** A display by its own token; otherwise whoever the cookie names. Never both. */
async function viewerOfRequest(house: HttpHouse, request: IncomingMessage): Promise<Viewer | undefined> {
  const token = displayToken(request);
  return token ? (await house.displays.paired(token))?.viewer : await house.callers.viewer(request);
}

function displayToken(request: IncomingMessage): string | undefined {
  return /^Display (\S+)$/.exec(request.headers.authorization ?? '')?.[1];
}

async function requestPairing(house: HttpHouse, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (!isSameOrigin(request)) return text(response, 403, 'この画面からは接続できません。');
  try {
    json(response, 201, await house.displays.request(request.socket.remoteAddress ?? ''));
  } catch (fault) {
    if (!(fault instanceof Unavailable)) throw fault;
    json(response, 429, { error: fault.message });
  }
}

/** Somebody's page tells that a session is open on it (`?session=`). Whether it is theirs to see, the answer does not tell. */
async function present(house: HttpHouse, request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
  if (!isSameOrigin(request)) return text(response, 403, 'この画面からは接続できません。');
  const viewer = await house.callers.viewer(request);
  if (!viewer) return send(response, refusal(new Unauthenticated(), 401));
  await tellPresence(house.database, viewer, url.searchParams.get('session') ?? '');
  done(response);
}

/** A display tells how far it has painted (`?seq=`): the desk sees which screen is behind. It needs no more identity than its token. */
async function painted(house: HttpHouse, request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
  if (!isSameOrigin(request)) return text(response, 403, 'この画面からは接続できません。');
  const told = await house.displays.painted(displayToken(request) ?? '', Number(url.searchParams.get('seq') ?? Number.NaN));
  return told ? done(response) : text(response, 403, 'この画面は会議につながっていません。');
}

function send(response: ServerResponse, answer: HttpAnswer): void {
  const body = Buffer.from(answer.body);
  response.writeHead(answer.status, { ...Object.fromEntries(answer.headers), 'cache-control': 'no-store', 'content-length': body.length });
  response.end(body);
}

/** Told, and nothing to say: a body that no page reads would keep its connection. */
function done(response: ServerResponse): void {
  response.writeHead(204, { 'cache-control': 'no-store' }).end();
}

function json(response: ServerResponse, status: number, value: unknown): void {
  send(response, { status, headers: new Map([['content-type', 'application/json; charset=utf-8']]), body: JSON.stringify(value) });
}

function text(response: ServerResponse, status: number, words: string): void {
  send(response, { status, headers: new Map([['content-type', 'text/plain; charset=utf-8']]), body: `${words}\n` });
}
