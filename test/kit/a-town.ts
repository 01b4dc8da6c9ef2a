import 'reflect-metadata';
import type { AddressInfo } from 'node:net';
import { type Client, createClient } from 'graphql-ws';
import { inject } from 'vitest';
import WebSocket from 'ws';
import { type PersonaKey, personas } from '#seeds/personas';
import type { Viewer } from '#server/access/viewer';
import { asSystem } from '#server/database/as-viewer';
import type { Database } from '#server/database/source';
import { departments } from '#server/departments/registry';
import { type Hub, type HubOptions, openHub } from '#server/hub/hub';
import { csrfOfGuest } from './csrf-of-guest';
import { asSharing, sharedGraph } from './shared-graph';
import { openTown } from './template';

/** The key that the sign-in links of a test's city carry. */
export const DEMO_KEY = 'key-of-the-tests';
/** A test asks as fast as it can. */
export const UNHURRIED = { burst: 1_000_000, perSecond: 1_000_000 };

export interface Answer<T = Record<string, never>> {
  readonly status: number;
  readonly data: T;
  readonly errors?: readonly {
    readonly message: string;
    readonly path?: readonly (string | number)[];
    readonly extensions: Record<string, unknown>;
  }[];
  /** The body as it came over the wire. */
  readonly text: string;
}

// biome-ignore lint/suspicious/noExplicitAny: each test knows what it asked for
type Asked = any;

/** Somebody at the other end of real HTTP and real sockets. */
export interface Guest {
  ask<T = Asked>(query: string, variables?: Record<string, unknown>, headers?: Record<string, string>): Promise<Answer<T>>;
  /** A graphql-ws client of this guest; every frame that arrives is also kept in `frames`. */
  connect(options?: { readonly frames?: string[] }): Client;
  readonly headers: Record<string, string>;
}

/** An invented city with a hub listening, on whichever database the run is for. */
export interface Town {
  readonly database: Database;
  readonly hub: Hub;
  readonly origin: string;
  /** Signs a persona in. */
  as(persona: PersonaKey): Promise<Guest>;
  /** A display, paired with the session by the facilitator. */
  display(session: string): Promise<Guest & { readonly token: string; readonly id: string }>;
  /** Rows as the sower sees them: for finding what a test needs and for comparing. */
  rows<R = Record<string, Asked>>(sql: string, values?: readonly unknown[]): Promise<R[]>;
  viewer(persona: PersonaKey): Viewer;
  close(): Promise<void>;
}

export interface TownOptions extends Partial<HubOptions> {
  readonly directory?: string;
  readonly port?: number;
  /** A graph of its own, for tests in which a department moves out, is changed or falls silent. */
  readonly ownGraph?: boolean;
}

/** Opens a city of one's own. Close it when done. */
export async function aTown({ directory, port = 0, ownGraph = false, ...options }: TownOptions = {}): Promise<Town> {
  const isShared = !(ownGraph || options.departments || options.planner);
  const database = await openTown(inject('template'), inject('databaseUrl') ?? undefined, directory ? { directory } : {});
  const opened = await openHub({
    database,
    departments,
    ...(isShared ? { composed: await sharedGraph() } : {}),
    ...('url' in database && database.url ? { databaseUrl: database.url } : {}),
    demo: { key: DEMO_KEY, staffOf: (key) => personas.find((each) => each.key === key)?.staffId },
    pages: async () => false,
    pace: UNHURRIED,
    ...options,
  });
  const hub = isShared ? asSharing(opened) : opened;
  await new Promise<void>((done) => hub.server.listen(port, '127.0.0.1', done));
  const origin = `http://127.0.0.1:${(hub.server.address() as AddressInfo).port}`;
  const town: Town = {
    database,
    hub,
    origin,
    as: async (persona) => guest(origin, { cookie: await signIn(origin, persona) }),
    display: (session) => pair(town, session),
    rows: (sql, values) => asSystem(database, 'hub_sower', (query) => query(sql, values)),
    viewer: (key) => {
      const persona = personas.find((each) => each.key === key);
      if (!persona) throw new Error(`no persona ${key}`);
      const analyst = persona.roles.every((role) => role === 'analyst');
      return {
        audience: analyst ? 'analyst' : 'staff',
        actor: `staff:${persona.staffId}`,
        roles: analyst ? [] : persona.roles,
        teams: persona.team && !analyst ? [persona.team] : [],
        sessions: [],
      };
    },
    close: async () => {
      await hub.close();
      await database.close();
    },
  };
  return town;
}

async function signIn(origin: string, persona: string): Promise<string> {
  const answer = await fetch(`${origin}/sign-in?as=${persona}&key=${DEMO_KEY}`, { redirect: 'manual' });
  const cookie = answer.headers.get('set-cookie')?.split(';')[0];
  if (!cookie) throw new Error(`could not sign in as ${persona}: ${answer.status}`);
  return cookie;
}

async function pair(town: Town, session: string) {
  const pairing = (await (await fetch(`${town.origin}/display/pairing`, { method: 'POST', headers: { origin: town.origin } })).json()) as {
    code: string;
    token: string;
  };
  const facilitator = await town.as('facilitator');
  const paired = await facilitator.ask(
    'mutation ($session: ID!, $code: String!) { pairDisplay(input: { session: $session, code: $code }) { id } }',
    { session, code: pairing.code },
  );
  if (paired.errors) throw new Error(paired.text);
  return {
    ...guest(town.origin, { authorization: `Display ${pairing.token}` }, { display: pairing.token }),
    token: pairing.token,
    id: paired.data.pairDisplay.id as string,
  };
}

export function guest(origin: string, headers: Record<string, string>, connectionParams: Record<string, unknown> = {}): Guest {
  return {
    headers,
    ask: async (query, variables = {}, more = {}) => {
      const answer = await fetch(`${origin}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers, ...more },
        body: JSON.stringify({ query, variables }),
      });
      const text = await answer.text();
      return { status: answer.status, text, ...JSON.parse(text) };
    },
    connect: ({ frames } = {}) =>
      createClient({
        url: `${origin.replace('http', 'ws')}/graphql`,
        connectionParams: { ...csrfOfGuest({ headers }), ...connectionParams },
        retryAttempts: 100,
        retryWait: () => new Promise((done) => setTimeout(done, 50)),
        shouldRetry: () => true,
        webSocketImpl: socketWith({ origin, ...(headers.cookie ? { cookie: headers.cookie } : {}) }, frames),
      }),
  };
}

function socketWith(headers: Record<string, string>, frames: string[] | undefined) {
  return class extends WebSocket {
    constructor(address: string, protocols: string) {
      super(address, protocols, { headers });
      if (frames) this.on('message', (data) => frames.push(String(data)));
    }
  };
}
