/** More than anybody looks at, and as much as an audit row may hold. */
const MOST = 500;

/** Whose records one operation reads: the keys of persons, households and cases, as the statements tell them. */
export class Subjects {
  readonly #told: string[] = [];

  /** Keys separated by blanks, in any number. */
  add(keys: string | null | undefined): void {
    if (keys) this.#told.push(keys);
  }

  /** Each key once: the first 500, and how many there were beyond them. */
  counted(): { readonly subjects: readonly string[]; readonly beyond: number } {
    const keys = new Set(this.#told.flatMap((keys) => keys.split(' ').filter(Boolean)));
    return { subjects: [...keys].slice(0, MOST), beyond: Math.max(0, keys.size - MOST) };
  }
}
