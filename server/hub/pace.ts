import { Unavailable } from '#server/kernel/problem';
import { type Rate, TokenBucket } from './token-bucket';

/** Questions of one person or display, over HTTP and WebSocket together. A screen asks for a handful at a time, a script for what it can get. */
export const PACE: Rate = { burst: 600, perSecond: 60 };
/** A long question counts as several: it is read before anyone knows what it asks. */
const CHARACTERS_OF_ONE = 2_048;
const MOST_KEPT = 10_000;

/** How fast each of those who ask may go on asking. */
export class Pace {
  readonly #buckets = new Map<string, TokenBucket>();

  constructor(private readonly rate: Rate = PACE) {}

  /** Counts a question of so many characters. What to answer instead, with the seconds to wait (`retryAfter`), when there were too many. */
  tooFast(actor: string, characters: number): Unavailable | undefined {
    let bucket = this.#buckets.get(actor);
    if (!bucket) {
      if (this.#buckets.size >= MOST_KEPT) this.#forget();
      this.#buckets.set(actor, (bucket = new TokenBucket(this.rate)));
    }
    const wait = bucket.take(1 + Math.floor(characters / CHARACTERS_OF_ONE));
    if (wait === 0) return undefined;
    const retryAfter = Math.ceil(wait);
    return new Unavailable(`問い合わせが続きすぎています。${retryAfter}秒ほど待ってから、もう一度お試しください。`, { retryAfter });
  }

  #forget(): void {
    for (const [actor, bucket] of this.#buckets) if (bucket.isFull) this.#buckets.delete(actor);
  }
}
