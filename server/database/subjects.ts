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

/** The SQL texts around what a row tells that belongs to 支援会議: `sessions`, their keys with commas between, or null where it belongs to none. */
export const withinSql = (sessions: string): readonly [string, string] => [`'(' || coalesce(${sessions}, '')`, `')'`];

/** The same for a row that hangs on a conference: an open one is named beside what else was read, a 支援会議 keeps what hangs on it to itself. */
export function sessionSql(column: string): readonly [string, string] {
  const isRestricted = `${column} = any ((select hub.sessions())::uuid[]) and (select conference.restricted from core.session conference where conference.id = ${column})`;
  return [`case when ${isRestricted} then '(' || ${column} else concat_ws(' ', ${column}::text || ':s', '(') end`, `')'`];
}

/** Keys of 支援会議, sorted, with commas between; of none: what may be told to whoever knows of none. */
type Around = string;
const NONE: Around = '';

interface Part {
  readonly masks: Map<string, number>;
  readonly sessions: Set<string>;
}

/**
 * Whose records one operation reads: the keys of persons, households and cases, as the statements tell them, each with the classes asked for; and
 * the conferences whose matters they are. What was read of a 支援会議 is a part of its own, so that the rest can be told to whoever may not know of
 * it. A class counts as asked for where the row then kept it back: for whoever was read, that is the safe side.
 */
export class Subjects {
  readonly #told: string[] = [];

  /**
   * Words with blanks between, in any number. `key:mask` is somebody's key, `key:s` an open conference's; a key alone: nothing but the key was told.
   * What stands between `(key,key` and `)` belongs to these 支援会議 and to those around them.
   */
  add(words: string | null | undefined): void {
    if (words) this.#told.push(words);
  }

  /**
   * The parts of what was read, an audit row each: every key once, the first 500 of them, and how many there were beyond. What belongs to no 支援会議
   * comes first; it is missing only where all that was read belongs to one.
   */
  parts(): readonly Counted[] {
    const parts = new Map<Around, Part>([[NONE, { masks: new Map(), sessions: new Set() }]]);
    for (const told of this.#told) sort(told.split(' '), parts);
    const [open, ...closed] = [...parts.values()].map(counted);
    const isEmpty = open?.subjects.length === 0 && open.sessions.length === 0;
    return isEmpty && closed.length > 0 ? closed : [open as Counted, ...closed];
  }
}

/** Sorts the words of one statement by the 支援会議 around them. */
function sort(words: readonly string[], parts: Map<Around, Part>): void {
  const around: Around[] = [];
  for (const word of words) {
    const here = around.at(-1) ?? NONE;
    if (word === ')') around.pop();
    else if (word.startsWith('(')) around.push(entered(parts, [...here.split(','), ...word.slice(1).split(',')]));
    else note(parts.get(here) as Part, word);
  }
}

/** Enters the part of these 支援会議, which from now on has a row, whoever's records follow. */
function entered(parts: Map<Around, Part>, keys: readonly string[]): Around {
  const sessions = new Set(keys.filter(Boolean).sort());
  const around = [...sessions].join(',');
  if (!parts.has(around)) parts.set(around, { masks: new Map(), sessions });
  return around;
}

function note({ masks, sessions }: Part, word: string): void {
  const [key, mask] = word.split(':');
  if (!key) return;
  if (mask === 's') sessions.add(key);
  else masks.set(key, (masks.get(key) ?? 0) | Number(mask ?? 0));
}

function counted({ masks, sessions }: Part): Counted {
  const first = [...masks].slice(0, MOST);
  return {
    subjects: first.map(([key]) => key),
    subjectClasses: first.map(([, mask]) => mask),
    beyond: Math.max(0, masks.size - MOST),
    sessions: [...sessions].slice(0, MOST),
  };
}
