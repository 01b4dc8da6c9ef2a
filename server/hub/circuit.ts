/** One call that was let through. Tell how it ended exactly once; `abandoned`: the caller went away and nothing was learnt. */
export interface Attempt {
  /** Whether it is made to see if there is an answer again. */
  readonly isProbe: boolean;
  end(how: 'answered' | 'failed' | 'abandoned'): void;
}

const PAUSE_MS = 1000;

/**
 * Spares callers the wait for something that is known not to answer: while it is broken, one call a second is let through to see whether it
 * is back, one at a time, and everyone else is told at once. The first answer closes the circuit again.
 */
export class Circuit {
  #broken = false;
  #probing = false;
  #triedAt = Number.NEGATIVE_INFINITY;
  #answeredAt = Number.NEGATIVE_INFINITY;

  constructor(private readonly now: () => number = () => performance.now()) {}

  /** The attempt to make, or undefined: do not try now. */
  enter(): Attempt | undefined {
    const began = this.now();
    const isProbe = this.#broken;
    // The second counts from the beginning of the last attempt: one that hung until its limit has been pause enough.
    if (isProbe && (this.#probing || began - this.#triedAt < PAUSE_MS)) return undefined;
    this.#probing ||= isProbe;
    this.#triedAt = began;
    return { isProbe, end: (how) => this.#end(how, began, isProbe) };
  }

  #end(how: 'answered' | 'failed' | 'abandoned', began: number, isProbe: boolean): void {
    if (isProbe) this.#probing = false;
    if (how === 'answered') {
      this.#answeredAt = this.now();
      this.#broken = false;
    }
    // A heavy question that ran out of time says nothing about the others while they are being answered.
    if (how === 'failed' && this.#answeredAt < began) this.#broken = true;
  }
}
