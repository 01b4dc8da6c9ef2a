/** So much at once, and so much a second after that. */
export interface Rate {
  readonly burst: number;
  readonly perSecond: number;
}

/** What somebody may still use of a rate. */
export class TokenBucket {
  #left: number;
  #at = performance.now();

  constructor(private readonly rate: Rate) {
    this.#left = rate.burst;
  }

  /** Takes `much` and returns 0, or takes nothing and returns how long to wait (seconds). Whatever is more than the burst counts as the burst. */
  take(much = 1): number {
    const { burst, perSecond } = this.rate;
    const asked = Math.min(much, burst);
    this.#fill();
    if (this.#left < asked) return (asked - this.#left) / perSecond;
    this.#left -= asked;
    return 0;
  }

  /** Nothing was taken for so long that a new one would be the same. */
  get isFull(): boolean {
    this.#fill();
    return this.#left >= this.rate.burst;
  }

  #fill(): void {
    const now = performance.now();
    this.#left = Math.min(this.rate.burst, this.#left + ((now - this.#at) / 1_000) * this.rate.perSecond);
    this.#at = now;
  }
}
