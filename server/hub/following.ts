import type { WebSocket } from 'ws';
import { CLOSED } from './closed';
import type { Seat } from './seat';

const MOST_BUFFERED = 1024 * 1024;

/** An iterator that never yields: the hub sends the frames itself, and leaves the board when graphql-ws ends the operation. */
export function following(socket: WebSocket, who: Omit<Seat, 'send'>, watch: (seat: Seat) => () => void): AsyncGenerator<never> {
  const leave = watch({
    ...who,
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
