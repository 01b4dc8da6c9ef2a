import { type FieldClass, fieldClasses } from '#server/access/field-class';

/** More than anybody looks at, and as much as an audit row may hold. */
const MOST = 500;

/** What an audit row says of whom was read. */
export interface Counted {
  readonly subjects: readonly string[];
  /** Beside each subject, the classes that were asked for of it (`classMask`). */
  readonly subjectClasses: readonly number[];
  readonly beyond: number;
  readonly sessions: readonly string[];
}

/** A bit for each class, in the order of `fieldClasses`. */
export function classMask(fieldClass: FieldClass): number {
  return 1 << fieldClasses.indexOf(fieldClass);
}

/** The SQL text by which a statement tells whose record a row is, and which of its classes were asked for. */
export const subjectSql = (column: string, mask: number) => `${column}::text || ':${mask}'`;
/** The same for the conference on which a row hangs. */
export const sessionSql = (column: string) => `${column}::text || ':s'`;

/**
 * Whose records one operation reads: the keys of persons, households and cases, as the statements tell them, each with the classes asked for; and
 * the conferences whose matters they are. A class counts as asked for where the row then kept it back: for whoever was read, that is the safe side.
 */
export class Subjects {
  readonly #told: string[] = [];

  /** Keys separated by blanks, in any number, each `key:mask`, or `key:s` for a conference. A key alone: nothing but the key was told. */
  add(keys: string | null | undefined): void {
    if (keys) this.#told.push(keys);
  }

  /** Each key once: the first 500, and how many there were beyond them. */
  counted(): Counted {
    const masks = new Map<string, number>();
    const sessions = new Set<string>();
    for (const told of this.#told.flatMap((keys) => keys.split(' '))) {
      const [key, mask] = told.split(':');
      if (!key) continue;
      if (mask === 's') sessions.add(key);
      else masks.set(key, (masks.get(key) ?? 0) | Number(mask ?? 0));
    }
    const first = [...masks].slice(0, MOST);
    return {
      subjects: first.map(([key]) => key),
      subjectClasses: first.map(([, mask]) => mask),
      beyond: Math.max(0, masks.size - MOST),
      sessions: [...sessions].slice(0, MOST),
    };
  }
}
