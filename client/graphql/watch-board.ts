import { type Client, createClient } from 'graphql-ws';
import { backOff } from './back-off';
import { isNews, type Numbered } from './is-news';
import { type Lifeline, lifeline } from './lifeline';
import { pause } from './pause';

/** One event of the board: always with the whole session as this viewer may see it, so that a late frame heals everything before it. */
export interface BoardFrame<Session> extends Numbered {
  readonly at: string;
  readonly session: Session | null;
}

/** live: the server answers. recovering: it was silent for 3.5 s or the socket is gone; the last frame still stands. */
export type Contact = 'connecting' | 'live' | 'recovering';

export interface BoardOrder<Session> {
  /** The subscription as text, with `$session: ID!` and `$after: Int`, whose one root field is `board`. */
  readonly query: string;
  /** Name of the operation. Also its id on the wire, equal for everybody, so that the hub sends one and the same buffer to all. */
  readonly name: string;
  readonly session: string;
  /** Sent as connectionParams; people carry a cookie instead. */
  readonly credentials?: Readonly<Record<string, unknown>>;
  readonly onFrame: (frame: BoardFrame<Session>) => void;
  readonly onContact: (contact: Contact) => void;
  /** The server ended the subscription: may we ask again? Without it, always. */
  readonly mayGoOn?: () => Promise<boolean>;
}

const FORBIDDEN = 4403;

/**
 * Follows a board for ever: notices a drop, comes back by itself and replays exactly what was missed (`after: seq`). Every watch has a socket
 * of its own, so that a late frame of another board can never arrive under the same operation id. Returns the way to stop.
 */
export function watchBoard<Session>(order: BoardOrder<Session>): () => void {
  const watch = new BoardWatch(order);
  watch.follow();
  return () => watch.stop();
}

class BoardWatch<Session> {
  readonly #line: Lifeline;
  readonly #client: Client;
  #last: number | undefined;
  #contact: Contact = 'connecting';
  #endings = 0;
  #stopped = false;
  #unsubscribe = (): void => undefined;

  constructor(private readonly order: BoardOrder<Session>) {
    this.#line = lifeline({ drop: () => this.#client.terminate(), connected: () => this.#turn('live'), closed: () => this.#lost() });
    this.#client = createClient({
      ...this.#line.options,
      url: `${location.origin.replace(/^http/, 'ws')}/graphql`,
      connectionParams: order.credentials,
      retryAttempts: Number.POSITIVE_INFINITY,
      retryWait: (attempt) => pause(backOff(attempt)),
      shouldRetry: (event) => (event as { code?: number }).code !== FORBIDDEN,
      generateID: () => order.name,
    });
  }

  follow(): void {
    const { query, name, session } = this.order;
    const last = (): number | undefined => this.#last;
    // Read anew by graphql-ws at every (re)connection: this is what makes it a resume.
    const variables = {
      session,
      get after() {
        return last();
      },
    };
    this.#unsubscribe = this.#client.subscribe<{ board: BoardFrame<Session> }>(
      { query, operationName: name, variables },
      { next: ({ data }) => data && this.#take(data.board), error: () => void this.#askAgain(), complete: () => void this.#askAgain() },
    );
  }

  stop(): void {
    this.#stopped = true;
    this.#line.stop();
    this.#unsubscribe();
  }

  #take(frame: BoardFrame<Session>): void {
    if (this.#stopped || !isNews(this.#last, frame)) return;
    this.#last = frame.seq;
    this.#endings = 0;
    this.order.onFrame(frame);
  }

  /** The server ended the subscription, or refused it. */
  async #askAgain(): Promise<void> {
    if (this.#stopped) return;
    this.#lost();
    const allowed = (await this.order.mayGoOn?.().catch(() => true)) ?? true;
    await pause(backOff(this.#endings++));
    if (!this.#stopped && allowed) this.follow();
  }

  /** A first connection that fails is still a first connection: there is nothing to recover. */
  #lost(): void {
    if (this.#contact === 'live') this.#turn('recovering');
  }

  #turn(contact: Contact): void {
    if (this.#stopped || contact === this.#contact) return;
    this.#contact = contact;
    this.order.onContact(contact);
  }
}
