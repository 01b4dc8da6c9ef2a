import { CloseCode, type Server } from 'graphql-ws';
import type { WebSocket } from 'ws';
import { log } from '#server/kernel/log';
import { CLOSED } from './closed';
import { faultPlace } from './fault-place';
import { OperationIds } from './operation-ids';
import { TokenBucket } from './token-bucket';

const PING_MS = 12_000;
const MOST_BUFFERED = 1024 * 1024;
const MESSAGES = { burst: 1_000, perSecond: 200 } as const;

/**
 * Puts a socket under the protocol. The adapter that comes with graphql-ws prints what a client does wrong, stack and all, and tells the client
 * the text of our own faults; it takes binary frames, and whatever still comes from somebody who has been asked to leave.
 */
export function attend<E extends Record<PropertyKey, unknown>>(protocol: Server<E>, socket: WebSocket, extra: E): void {
  const closed = protocol.opened(
    {
      protocol: socket.protocol,
      send: (text) => sent(socket, text),
      close: (code, reason) => socket.close(code, reason),
      onMessage: (take) => listen(socket, take),
    },
    extra,
  );
  // ws closes the socket itself, with the code that fits: 1009 for a frame that is too long, 1007 for text that is none.
  socket.on('error', () => undefined);
  const pinging = pingNowAndThen(socket);
  socket.once('close', (code, reason) => {
    clearInterval(pinging);
    closed(code, String(reason)).catch((fault: unknown) => log.error('a socket could not be left', { fault: faultPlace(fault) }));
  });
}

function sent(socket: WebSocket, text: string): Promise<void> {
  if (socket.readyState !== socket.OPEN) return Promise.resolve();
  // Whoever is gone by now needs no answer.
  return new Promise((done) => socket.send(text, () => done()));
}

function listen(socket: WebSocket, take: (text: string) => Promise<void>): void {
  const bucket = new TokenBucket(MESSAGES);
  const operations = new OperationIds(take);
  socket.on('message', (data, isBinary) => {
    if (socket.readyState !== socket.OPEN) return;
    if (isBinary) return socket.close(CloseCode.BadRequest, 'Invalid message received');
    if (socket.bufferedAmount > MOST_BUFFERED) return socket.close(CLOSED.busy, 'too slow');
    if (bucket.take() > 0) return socket.close(CLOSED.busy, 'too many messages');
    operations.hand(String(data)).catch((fault: Error) => refuse(socket, fault));
  });
}

/** graphql-ws throws at messages that only a server may send; by the protocol they are as invalid as any other. */
function refuse(socket: WebSocket, fault: Error): void {
  if (fault.message.startsWith('Unexpected message of type')) socket.close(CloseCode.BadRequest, 'Invalid message received');
  else {
    log.error('a socket could not be served', { fault: faultPlace(fault) });
    socket.close(CloseCode.InternalServerError, 'Internal server error');
  }
}

/** A socket at whose other end nobody is left is found out by the next ping. */
function pingNowAndThen(socket: WebSocket): NodeJS.Timeout {
  let answered = true;
  socket.on('pong', () => (answered = true));
  return setInterval(() => {
    if (!answered) return socket.terminate();
    answered = false;
    socket.ping();
  }, PING_MS);
}
