import { type Client, createClient } from 'graphql-ws';
import { backOff } from './back-off';
import { isNews, type Numbered } from './is-news';
import { type Lifeline, lifeline } from './lifeline';
import { pause } from './pause';
import { heard } from './server-clock';

/** One event of the board: always with the whole session as this viewer may see it, so that a late frame heals everything before it. */
export interface BoardFrame<Session> extends Numbered {
  readonly at: string;
  /** When the hub sent it, by the clock that timers end by. */
  readonly sentAt: string;
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
  /** Sent as connectionParams; asked for at every connection where it is a function. */
  readonly credentials: Readonly<Record<string, unknown>> | (() => Promise<Record<string, unknown>>);
  readonly onFrame: (frame: BoardFrame<Session>) => void;
  readonly onContact: (contact: Contact) => void;
  /** The server ended the subscription: may we ask again? Without it, always. */
  readonly mayGoOn?: () => Promise<boolean>;
}

/** The hub's close codes that say that what stands on the screen may no longer be seen: for ever, or until one has come again. */
const FORBIDDEN = 4403;
const CHANGED = 4205;
/** Whose rights have changed is back with the board of the new ones long before; if not, what the old ones showed goes. */
const FORGET_MS = 1_000;

/**
 * Follows a board for ever: notices a drop, comes back by itself and replays exactly what was missed (`after: seq`). When the hub says that
 * rights have ended or changed, the board goes dark, or is shown anew at once. Every watch has a socket of its own, so that a late frame of
 * another board can never arrive under the same operation id. Returns the way to stop.
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
  /** Runs while what is shown may have to vanish. */
  #forgetting: ReturnType<typeof setTimeout> | undefined;
  #stopped = false;
  #unsubscribe = (): void => undefined;

  constructor(private readonly order: BoardOrder<Session>) {
    this.#line = lifeline({
      drop: () => this.#client.terminate(),
      connected: () => this.#turn('live'),
      closed: (code) => this.#closed(code),
    });
    this.#client = createClient({
      ...this.#line.options,
      url: `${location.origin.replace(/^http/, 'ws')}/graphql`,
      connectionParams: order.credentials,
      retryAttempts: Number.POSITIVE_INFINITY,
      retryWait: (attempt) => (this.#forgetting && attempt === 0 ? Promise.resolve() : pause(backOff(attempt))),
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
    clearTimeout(this.#forgetting);
    this.#line.stop();
    this.#unsubscribe();
  }

  #take(frame: BoardFrame<Session>): void {
    heard(frame.sentAt);
    if (this.#stopped || !isNews(this.#last, frame)) return;
    this.#keep();
    this.#last = frame.seq;
    this.#endings = 0;
    this.order.onFrame(frame);
  }

  #closed(code: number | undefined): void {
    if (code === CHANGED) this.#forgetIn(FORGET_MS);
    if (code === FORBIDDEN) this.#forgetIn(0);
    this.#lost();
  }

  /** The number goes at once: nothing may be built on what was seen with other rights. Where nothing is shown, nothing is to be forgotten. */
  #forgetIn(milliseconds: number): void {
    if (this.#stopped || (this.#last === undefined && !this.#forgetting)) return;
    this.#keep();
    this.#last = undefined;
    this.#forgetting = setTimeout(() => {
      this.#forgetting = undefined;
      const now = new Date().toISOString();
      this.order.onFrame({ seq: 0, kind: 'CLEARED', at: now, sentAt: now, session: null });
    }, milliseconds);
  }

  #keep(): void {
    clearTimeout(this.#forgetting);
    this.#forgetting = undefined;
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
