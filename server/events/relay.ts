import { type Listening, listenTo } from '#server/database/listen';
import type { Database } from '#server/database/source';
import { inTime } from '#server/kernel/in-time';
import { log } from '#server/kernel/log';
import { BOARD_CHANNEL, countersOf } from './board-log';
import { POLICY_WAKE } from './policy-epoch';
import { wakesOf } from './wakes';

const POLL_MS = 1_000;
/** A poll that is not answered by now is given up: it may hang on a connection that will never answer. */
const SILENT_MS = 5_000;

/**
 * Brings wake-ups to whoever watches a board: those of this process at once, those of other nodes through LISTEN/NOTIFY, and a poll of the
 * counters once a second that finds whatever both have lost.
 */
export class Relay {
  readonly #watchers = new Map<string, Set<() => void>>();
  readonly #seen = new Map<string, number>();
  #listener: Listening | undefined;
  #timer: NodeJS.Timeout | undefined;
  #polling = false;
  readonly #wake = (session: string) => {
    if (session === POLICY_WAKE) this.#wakePolicy();
    for (const watcher of this.#watchers.get(session) ?? []) watcher();
  };
  readonly #policy = new Set<() => void>();
  readonly #wakePolicy = () => {
    for (const watcher of this.#policy) watcher();
  };

  /** `deaf` drops every wake-up and leaves only the poll: for tests. */
  constructor(
    private readonly database: Database,
    private readonly options: { readonly url?: string; readonly deaf?: boolean } = {},
  ) {}

  start(): void {
    if (!this.options.deaf) {
      wakesOf(this.database).on('board', this.#wake).on('policy', this.#wakePolicy);
      if (this.options.url)
        this.#listener = listenTo(this.options.url, BOARD_CHANNEL, this.#wake, () =>
          log.warn('the wake-up channel was lost; boards follow by polling until it is back'),
        );
    }
    this.#timer = setInterval(() => void this.#poll(), POLL_MS);
    this.#timer.unref();
  }

  /** Calls `wake` whenever the board may have changed; returns how to stop. */
  watch(session: string, wake: () => void): () => void {
    const watchers = this.#watchers.get(session) ?? new Set();
    this.#watchers.set(session, watchers.add(wake));
    return () => {
      watchers.delete(wake);
      if (watchers.size > 0 || this.#watchers.get(session) !== watchers) return;
      this.#watchers.delete(session);
      for (const audience of ['console', 'display']) this.#seen.delete(`${session} ${audience}`);
    };
  }

  /** Calls `wake` when what people may see may have changed, and with every poll all the same. */
  watchPolicy(wake: () => void): void {
    this.#policy.add(wake);
  }

  async close(): Promise<void> {
    clearInterval(this.#timer);
    wakesOf(this.database).off('board', this.#wake).off('policy', this.#wakePolicy);
    await this.#listener?.close();
  }

  /** One at a time: against a database that does not answer, polls would only queue up before everyone else. */
  async #poll(): Promise<void> {
    this.#wakePolicy();
    if (this.#polling) return;
    this.#polling = true;
    try {
      const counters = await inTime(countersOf(this.database, [...this.#watchers.keys()]), SILENT_MS);
      if (!counters) throw new Error('no answer in time');
      for (const [board, seq] of counters) {
        if (this.#seen.get(board) !== seq) {
          this.#seen.set(board, seq);
          this.#wake(board.split(' ')[0] ?? '');
        }
      }
    } catch {
      log.warn('board counters could not be read; trying again');
    } finally {
      this.#polling = false;
    }
  }
}
