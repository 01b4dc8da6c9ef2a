import { randomUUID } from 'node:crypto';
import type { Database } from '#server/database/source';
import { changesToFollow, databaseTime, recordFollowed } from '#server/events/policy-epoch';
import type { Relay } from '#server/events/relay';
import { inTime } from '#server/kernel/in-time';
import { log } from '#server/kernel/log';
import type { LiveBoards } from './live';

/** A look that is not answered by now is given up: a question that was lost must not be the last one. */
const SILENT_MS = 10_000;

/**
 * Has every open board of this process read anew when what people may see has changed, and writes down when the last of them was: the time to
 * hide. Wake-ups are hints; a poll finds what they have lost.
 */
export class PolicyFollower {
  readonly #node = randomUUID();
  #since: string | undefined;
  #following: Promise<void> | undefined;
  #again = false;

  constructor(
    private readonly database: Database,
    private readonly live: LiveBoards,
  ) {}

  /** Follows from now on. */
  async start(relay: Relay): Promise<void> {
    this.#since = await databaseTime(this.database);
    relay.watchPolicy(() => this.#wake());
  }

  /** Waits for the look that is under way. */
  async close(): Promise<void> {
    this.#again = false;
    await this.#following;
  }

  /** One look at a time; a wake-up that comes meanwhile is looked after by the next. */
  #wake(): void {
    this.#again = true;
    this.#following ??= this.#look().finally(() => {
      this.#following = undefined;
    });
  }

  async #look(): Promise<void> {
    try {
      while (this.#again) {
        this.#again = false;
        if (this.live.classes > 0 && !(await inTime(this.#follow(), SILENT_MS))) throw new Error('no answer in time');
      }
    } catch {
      log.warn('changes to what people may see could not be followed; trying again');
    }
  }

  /** Resolves to true when all that was found has been followed. */
  async #follow(): Promise<true> {
    // Asked first: what is committed after this is for the next look, since it may be missing from what is read now.
    const epochs = await changesToFollow(this.database, this.#node, this.#since ?? '-infinity');
    if (epochs.length > 0) await recordFollowed(this.database, { node: this.#node, epochs, ...(await this.live.renew()) });
    return true;
  }
}
