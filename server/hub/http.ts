import http, { type IncomingMessage, type ServerResponse } from 'node:http';
import type { Viewer } from '#server/access/viewer';
import type { Database } from '#server/database/source';
import { secretHash } from '#server/kernel/ids';
import { log } from '#server/kernel/log';
import { Invalid, Unauthenticated, Unavailable } from '#server/kernel/problem';
import { type ApolloServers, type HttpAnswer, headerMap, refusal } from './apollo';
import { newContext } from './context';
import type { Displays } from './displays';
import { faultPlace } from './fault-place';
import { type Identity, passOf } from './identity';
import { pageOf } from './pages';
import { targetOf } from './target';

const MOST_BODY = 1024 * 1024;
const LONGEST_KEY = 200;
export const SESSION_COOKIE = 'hub_session';

/** Everything a request may reach. */
export interface HttpHouse {
  readonly database: Database;
  readonly apollo: ApolloServers;
  readonly identity: Identity;
  readonly displays: Displays;
  /** Demo sign-in: persona → staff, and the key that the printed links carry. Absent where there is no demo. */
  readonly demo?: { readonly key: string; staffOf(persona: string): string | undefined };
  /** Serves pages; false when there is none. */
  pages(request: IncomingMessage, response: ServerResponse, pathname: string): Promise<boolean>;
  /** Hosts under which this server may be addressed; undefined for any. */
  readonly hosts?: ReadonlySet<string>;
}

/** The HTTP face of the hub. Nothing here decides about data: it finds out who asks, and hands on. */
export function createHttpServer(house: HttpHouse): http.Server {
  return http.createServer((request, response) => {
    void route(house, request, response).catch((fault: unknown) => {
      log.error('a request could not be answered', { fault: faultPlace(fault) });
      if (!response.headersSent) send(response, refusal(new Unavailable(), 503));
      else response.destroy();
    });
  });
}

async function route(house: HttpHouse, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = targetOf(request);
  secure(response, url?.pathname ?? '/');
  if (!url) return text(response, 400, 'アドレスが読めません。');
  if (!isOwnHost(house.hosts, request)) return text(response, 421, 'この名前では応答しません。');
  const at = `${request.method === 'HEAD' ? 'GET' : request.method} ${url.pathname}`;
  if (url.pathname === '/graphql') return graphql(house, request, response, url);
  if (at === 'GET /health') return json(response, 200, { ok: true });
  if (at === 'GET /sign-in') return signIn(house, response, url);
  if (at === 'POST /sign-out') return signOut(house, request, response);
  if (at === 'POST /display/pairing') return requestPairing(house, request, response);
  if (at === 'GET /display/pairing') return json(response, 200, await house.displays.state(displayToken(request) ?? ''));
  if (request.method !== 'GET' && request.method !== 'HEAD') return text(response, 405, 'この方法では受け付けません。');
  if (!(await house.pages(request, response, url.pathname))) text(response, 404, '見つかりません。');
}

async function graphql(house: HttpHouse, request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
  const viewer = await viewerOfRequest(house, request);
  if (!viewer) return send(response, refusal(new Unauthenticated(), 401));
  const body = request.method === 'POST' ? await readBody(request) : undefined;
  if (body === 'too large') return send(response, refusal(new Invalid('問い合わせが大きすぎます。1MBまでにしてください。'), 413));
  const parsed = body === undefined ? undefined : parseBody(request, body);
  if (parsed === 'not JSON') return send(response, refusal(new Invalid('本文がJSONとして読めません。'), 400));
  const key = request.headers['idempotency-key']?.toString();
  if (key && key.length > LONGEST_KEY)
    return send(
      response,
      refusal(new Invalid('再送番号（Idempotency-Key）が長すぎます。', { idempotencyKey: `${LONGEST_KEY}文字までにしてください。` }), 400),
    );
  const context = newContext(house.database, viewer, key);
  try {
    send(
      response,
      await house.apollo.handle(
        { method: request.method ?? 'GET', headers: headerMap(request.headers), search: url.search, body: parsed },
        context,
      ),
    );
  } finally {
    await context.unit.close();
  }
}

/** A display by its own token; otherwise whoever the cookie names. Never both. */
async function viewerOfRequest(house: HttpHouse, request: IncomingMessage): Promise<Viewer | undefined> {
  const token = displayToken(request);
  return token ? (await house.displays.paired(token))?.viewer : staffOf(house.identity, request);
}

async function staffOf(identity: Identity, request: IncomingMessage): Promise<Viewer | undefined> {
  const secret = cookieOf(request);
  return secret ? identity.viewer(secret) : undefined;
}

/** Whoever the cookie names now, with the pass under which an open socket of theirs is looked at again. */
export async function signedIn(identity: Identity, request: IncomingMessage): Promise<{ viewer: Viewer; pass: string } | undefined> {
  const secret = cookieOf(request);
  const viewer = secret && (await identity.viewer(secret));
  return viewer ? { viewer, pass: passOf(secretHash(secret), viewer) } : undefined;
}

function displayToken(request: IncomingMessage): string | undefined {
  return /^Display (\S+)$/.exec(request.headers.authorization ?? '')?.[1];
}

function cookieOf(request: IncomingMessage): string | undefined {
  const pair = (request.headers.cookie ?? '').split(';').map((each) => each.trim().split('='));
  return pair.find(([name]) => name === SESSION_COOKIE)?.[1];
}

async function signIn(house: HttpHouse, response: ServerResponse, url: URL): Promise<void> {
  const { demo } = house;
  const staff = demo && url.searchParams.get('key') === demo.key ? demo.staffOf(url.searchParams.get('as') ?? '') : undefined;
  const secret = staff && (await house.identity.signIn(staff));
  if (!secret) return text(response, 403, 'このリンクではサインインできません。起動した画面に表示されたリンクを、もう一度開いてください。');
  response.writeHead(302, {
    location: '/',
    'set-cookie': `${SESSION_COOKIE}=${secret}; Path=/; HttpOnly; SameSite=Lax; Max-Age=36000`,
    'cache-control': 'no-store',
  });
  response.end();
}

async function signOut(house: HttpHouse, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (!isSameOrigin(request)) return text(response, 403, 'この画面からはサインアウトできません。');
  const secret = cookieOf(request);
  if (secret) await house.identity.signOut(secret);
  response.writeHead(204, { 'set-cookie': `${SESSION_COOKIE}=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0` });
  response.end();
}

const recentPairings = new WeakMap<Displays, number[]>();
const MOST_PAIRINGS_A_MINUTE = 60;

async function requestPairing(house: HttpHouse, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (!isSameOrigin(request)) return text(response, 403, 'この画面からは接続できません。');
  const recent = (recentPairings.get(house.displays) ?? []).filter((at) => at > Date.now() - 60_000);
  if (recent.length >= MOST_PAIRINGS_A_MINUTE) return json(response, 429, { error: '接続の申し込みが多すぎます。1分ほど待ってください。' });
  recentPairings.set(house.displays, [...recent, Date.now()]);
  return json(response, 201, await house.displays.request());
}

/** Whether the browser says that the request comes from a page of this very host. Without an Origin nothing is proved. */
export function isSameOrigin(request: IncomingMessage): boolean {
  const { origin } = request.headers;
  if (!origin) return false;
  try {
    return new URL(origin).host === request.headers.host;
  } catch {
    return false;
  }
}

/** Whether the request names this server as it may be named; `hosts` undefined: under any name. */
export function isOwnHost(hosts: ReadonlySet<string> | undefined, request: IncomingMessage): boolean {
  return !hosts || hosts.has((request.headers.host ?? '').replace(/:\d+$/, '').toLowerCase());
}

async function readBody(request: IncomingMessage): Promise<string | 'too large'> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MOST_BODY) return 'too large';
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function parseBody(request: IncomingMessage, body: string): unknown {
  if (!/^application\/(json|graphql\+json|graphql-response\+json)/i.test(request.headers['content-type'] ?? '')) return body;
  try {
    return JSON.parse(body);
  } catch {
    return 'not JSON';
  }
}

/** The playground's editor needs inline styles; no other page does. Scripts come from this host alone, everywhere. */
function secure(response: ServerResponse, pathname: string): void {
  const playground = pageOf(pathname) === 'playground.html';
  response.setHeader(
    'content-security-policy',
    `default-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'${playground ? "; style-src 'self' 'unsafe-inline'; font-src 'self' data:" : ''}`,
  );
  response.setHeader('x-content-type-options', 'nosniff');
  response.setHeader('referrer-policy', 'no-referrer');
  response.setHeader('cross-origin-opener-policy', 'same-origin');
  response.setHeader('cross-origin-resource-policy', 'same-origin');
}

function send(response: ServerResponse, answer: HttpAnswer): void {
  const body = Buffer.from(answer.body);
  response.writeHead(answer.status, { ...Object.fromEntries(answer.headers), 'cache-control': 'no-store', 'content-length': body.length });
  response.end(body);
}

function json(response: ServerResponse, status: number, value: unknown): void {
  send(response, { status, headers: new Map([['content-type', 'application/json; charset=utf-8']]), body: JSON.stringify(value) });
}

function text(response: ServerResponse, status: number, words: string): void {
  send(response, { status, headers: new Map([['content-type', 'text/plain; charset=utf-8']]), body: `${words}\n` });
}
