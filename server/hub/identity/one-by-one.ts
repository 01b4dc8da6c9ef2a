import { inTime } from '#server/kernel/in-time';

/** Lets work through one after another, and turns away whatever would wait behind too much of it, or too long. */
export class OneByOne {
  #waiting = 0;
  #last: Promise<unknown> = Promise.resolve();

  /** `most`: how much may stand in line, that which is being done among it. `patience`: so many milliseconds for each, in line and at work; what hangs holds up nobody for longer. */
  constructor(
    private readonly most: number,
    private readonly patience: number,
  ) {}

  /** What the work answers; undefined where it was turned away: not begun, or too long at it. */
  async take<Answer>(work: () => Promise<Answer>): Promise<Answer | undefined> {
    if (this.#waiting >= this.most) return undefined;
    this.#waiting += 1;
    const until = Date.now() + this.patience;
    const begin = () => {
      const left = until - Date.now();
      return left > 0 ? inTime(work(), left) : undefined;
    };
    const own = this.#last.then(begin).finally(() => {
      this.#waiting -= 1;
    });
    this.#last = own.catch(() => undefined);
    return own;
  }
}
