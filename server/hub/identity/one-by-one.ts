/** Lets work through one after another, and turns away whatever would wait behind too much of it. */
export class OneByOne {
  #waiting = 0;
  #last: Promise<unknown> = Promise.resolve();

  /** `most`: how much may stand in line, that which is being done among it. */
  constructor(private readonly most: number) {}

  /** What the work answers; undefined where it was turned away, and not begun. */
  async take<Answer>(work: () => Promise<Answer>): Promise<Answer | undefined> {
    if (this.#waiting >= this.most) return undefined;
    this.#waiting += 1;
    const own = this.#last.then(work).finally(() => {
      this.#waiting -= 1;
    });
    this.#last = own.catch(() => undefined);
    return own;
  }
}
