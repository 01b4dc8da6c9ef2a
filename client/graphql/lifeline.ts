import type { ClientOptions } from 'graphql-ws';

const PING_EVERY_MS = 2_000;
const PONG_WITHIN_MS = 1_500;
const OPEN_WITHIN_MS = 3_000;

export interface Lifeline {
  /** For graphql-ws: how often it pings, and what is listened to. */
  readonly options: Pick<ClientOptions, 'keepAlive' | 'on'>;
  readonly stop: () => void;
}

interface Ends {
  /** Gives the socket up, so that graphql-ws begins anew. */
  readonly drop: () => void;
  readonly connected: () => void;
  /** With the code of the close, where there is one. */
  readonly closed: (code: number | undefined) => void;
}

/**
 * Notices a line that is dead without having closed: a ping every 2 s must be answered (or anything else be heard) within 1.5 s, so a drop is
 * known after 3.5 s at most; a socket that does not open within 3 s is given up too. The browser's own "offline" counts at once.
 */
export function lifeline({ drop, connected, closed }: Ends): Lifeline {
  let deadline: ReturnType<typeof setTimeout> | undefined;
  const heard = (): void => clearTimeout(deadline);
  const expect = (milliseconds: number): void => {
    heard();
    deadline = setTimeout(drop, milliseconds);
  };
  globalThis.addEventListener?.('offline', drop);
  return {
    options: {
      keepAlive: PING_EVERY_MS,
      on: {
        connecting: () => expect(OPEN_WITHIN_MS),
        connected: () => {
          heard();
          connected();
        },
        ping: (received) => (received ? heard() : expect(PONG_WITHIN_MS)),
        message: heard,
        closed: (event) => {
          heard();
          closed((event as { code?: number } | undefined)?.code);
        },
      },
    },
    stop: () => {
      heard();
      globalThis.removeEventListener?.('offline', drop);
    },
  };
}
