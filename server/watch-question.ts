import { type Client, createClient } from 'graphql-ws';
import WebSocket from 'ws';

/** What is asked, and as whom. */
export interface Watching {
  /** Of the hub, `http://localhost:4000`. */
  readonly url: string;
  readonly cookie: string;
  readonly payload: { readonly query: string; readonly variables: Record<string, unknown>; readonly operationName?: string };
}

/** A hub that has gone may take this many tries, about a minute, to come back. */
const MOST_TRIES = 18;
/** Close codes: by this side, and by a hub that does not know the cookie any more. */
const ENDED = 1000;
const FORBIDDEN = 4403;

/** Follows a subscription and hands on each result, through restarts of the hub. Ends when `take` says so, or on Ctrl-C. Throws why it cannot go on. */
export async function watchQuestion(
  watching: Watching,
  take: (result: unknown) => 'more' | 'enough',
  note: (words: string) => void,
): Promise<void> {
  const client = connected(watching, note);
  process.once('SIGINT', () => void client.dispose());
  try {
    for await (const result of client.iterate(watching.payload)) if (take(result) === 'enough') break;
  } catch (fault) {
    throw new Error(inWords(fault));
  } finally {
    await client.dispose();
  }
}

function connected({ url, cookie }: Watching, note: (words: string) => void): Client {
  const headers = { origin: url, cookie };
  let isConnected = false;
  return createClient({
    url: `${url.replace(/^http/, 'ws')}/graphql`,
    connectionParams: async () => ({ csrf: await csrfAt(url, cookie) }),
    retryAttempts: MOST_TRIES,
    retryWait: (tries) => new Promise((done) => setTimeout(done, Math.min(4_000, 250 * 2 ** tries))),
    // A sign-in that is over does not come back. A hub may: while it is away, connecting fails with a fault of the socket, not with a code.
    shouldRetry: (fault) => (fault as { code?: number }).code !== FORBIDDEN,
    on: {
      connected: (_socket, _payload, wasLost) => {
        isConnected = true;
        if (wasLost) note('つながりました。');
      },
      closed: (event) => {
        const { code } = event as { code?: number };
        if (isConnected && code !== ENDED && code !== FORBIDDEN) note('ハブとの接続が切れました。つなぎ直しています…');
        isConnected = false;
      },
    },
    webSocketImpl: class extends WebSocket {
      constructor(address: string, protocols: string) {
        super(address, protocols, { headers });
      }
    },
  });
}

/** What the hub's own pages know of a sign-in, for the socket; undefined where there is none. */
async function csrfAt(url: string, cookie: string): Promise<string | undefined> {
  const answer = await fetch(`${url}/session`, { headers: { cookie } });
  return answer.ok ? ((await answer.json()) as { csrf?: string }).csrf : undefined;
}

/** GraphQL's own errors, or why the socket is no more. */
function inWords(fault: unknown): string {
  if (Array.isArray(fault)) return fault.map(({ message }) => String(message)).join(' ');
  const { code } = fault as { code?: number };
  if (code === FORBIDDEN) return 'サインインが終わりました。もう一度実行してください。';
  return 'ハブとの接続が切れたまま、戻りませんでした。';
}
