import WebSocket from 'ws';
import type { Guest, Town } from './a-town';
import { csrfOfGuest } from './csrf-of-guest';

/** A message of graphql-transport-ws. */
export interface Message {
  readonly type: string;
  readonly id?: string;
  // biome-ignore lint/suspicious/noExplicitAny: each test knows what it asked for
  readonly payload?: any;
}

/** One socket, message by message: for what a well-behaved client would never do or never notice. */
export interface RawSocket {
  readonly socket: WebSocket;
  readonly messages: readonly Message[];
  /** Code and reason with which it was closed. */
  readonly closed: Promise<{ readonly code: number; readonly reason: string }>;
  send(message: Message): void;
  /** The next message that fits, counted from the first one that nobody has waited for; rejects when the socket closes first. */
  next(type?: string): Promise<Message>;
}

/** Opens a socket as a guest and, unless told otherwise, has it acknowledged. */
export async function rawSocket(
  town: Pick<Town, 'origin'>,
  guest: Pick<Guest, 'headers'>,
  options: { readonly init?: unknown } = {},
): Promise<RawSocket> {
  const token = /^Display (.+)$/.exec(guest.headers.authorization ?? '')?.[1];
  const headers = { origin: town.origin, ...(guest.headers.cookie ? { cookie: guest.headers.cookie } : {}) };
  const socket = new WebSocket(`${town.origin.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', { headers });
  const raw = listening(socket);
  await new Promise<void>((done, failed) => socket.once('open', done).once('error', failed));
  if (options.init === 'later') return raw;
  raw.send({ type: 'connection_init', payload: token ? { display: token } : csrfOfGuest(guest) });
  await raw.next('connection_ack');
  return raw;
}

function listening(socket: WebSocket): RawSocket {
  const messages: Message[] = [];
  let taken = 0;
  let wake: () => void = () => undefined;
  socket.on('message', (data) => {
    messages.push(JSON.parse(String(data)) as Message);
    wake();
  });
  const closed = new Promise<{ code: number; reason: string }>((done) =>
    socket.once('close', (code, reason) => done({ code, reason: reason.toString() })),
  );
  const next = async (type?: string): Promise<Message> => {
    for (;;) {
      while (taken < messages.length) {
        const message = messages[taken++] as Message;
        if (!type || message.type === type) return message;
      }
      const more = new Promise<'more'>((done) => (wake = () => done('more')));
      const outcome = await Promise.race([more, closed]);
      if (outcome !== 'more' && taken >= messages.length)
        throw new Error(`closed while waiting for ${type ?? 'a message'}: ${outcome.code} ${outcome.reason}`);
    }
  };
  return { socket, messages, closed, next, send: (message) => socket.send(JSON.stringify(message)) };
}

/** Asks one question over a socket of its own: what comes back first, a result, errors or the end. */
export async function askOverSocket(
  town: Pick<Town, 'origin'>,
  guest: Pick<Guest, 'headers'>,
  payload: { query: string; variables?: unknown; operationName?: string },
): Promise<Message> {
  const raw = await rawSocket(town, guest);
  try {
    raw.send({ id: '1', type: 'subscribe', payload });
    return await raw.next();
  } finally {
    raw.socket.terminate();
  }
}
