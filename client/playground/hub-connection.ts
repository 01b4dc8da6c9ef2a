import { createGraphiQLFetcher, type Fetcher } from '@graphiql/toolkit';
import { createClient } from 'graphql-ws';
import type { Ask } from './fill-in';

/** The hub as this page asks it: on its own path, with the session's cookie and nothing else. */
export interface HubConnection {
  fetcher: Fetcher;
  ask: Ask;
}

const path = '/graphql';

/** Connects over HTTP for questions and over one lazily opened WebSocket on the same path for subscriptions. */
export function connectToHub(): HubConnection {
  const url = new URL(path, location.href);
  const socket = new URL(path, location.href.replace(/^http/, 'ws'));
  const fetcher = createGraphiQLFetcher({
    url: url.href,
    wsClient: createClient({ url: socket.href, lazy: true, connectionParams: csrf }),
    enableIncrementalDelivery: false, // the hub sends no multipart answers
  });
  return { fetcher, ask: (query) => askOnce(url, query) };
}

/** What only a page of this hub can know of its sign-in. */
async function csrf(): Promise<Record<string, unknown>> {
  const answer = await fetch('/session', { credentials: 'same-origin', cache: 'no-store' });
  return answer.ok ? { csrf: ((await answer.json()) as { csrf?: string }).csrf } : {};
}

async function askOnce(url: URL, query: string): Promise<Record<string, unknown> | null> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json, application/json' },
    body: JSON.stringify({ query }),
  });
  const { data } = (await answer.json()) as { data?: Record<string, unknown> | null };
  return data ?? null;
}
