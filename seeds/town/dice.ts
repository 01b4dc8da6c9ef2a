import { createHash } from 'node:crypto';

/**
 * A source of chance that repeats itself. The generator is sfc32 (Chris Doty-Humphrey's Small Fast Counter, 128 bits of state), started
 * from the SHA-256 of a name. Every use has dice of its own name, so adding a draw in one place changes nothing elsewhere.
 */
export interface Dice {
  /** A number in [0, 1). */
  unit(): number;
  /** A whole number in [0, n). */
  below(n: number): number;
  /** A whole number in [low, high], both included. */
  between(low: number, high: number): number;
  chance(probability: number): boolean;
  pick<T>(list: readonly T[]): T;
  /** One of the list, each as often as its weight says. */
  weighted<T>(list: readonly (readonly [T, number])[]): T;
  /** A new list in another order (Fisher–Yates). */
  shuffle<T>(list: readonly T[]): T[];
}

/** Dice that fall the same way for the same name. */
export function diceFor(...name: readonly (string | number)[]): Dice {
  const next = sfc32(createHash('sha256').update(name.join('/')).digest());
  const unit = () => next() / 4294967296;
  const below = (n: number) => Math.floor(unit() * n);
  return {
    unit,
    below,
    between: (low, high) => low + below(high - low + 1),
    chance: (probability) => unit() < probability,
    pick: (list) => at(list, below(list.length)),
    weighted: (list) => weighted(list, unit()),
    shuffle: (list) => {
      const order = [...list];
      for (let i = order.length - 1; i > 0; i--) {
        const j = below(i + 1);
        [order[i], order[j]] = [at(order, j), at(order, i)];
      }
      return order;
    },
  };
}

function sfc32(state: Buffer): () => number {
  let a = state.readUInt32LE(0);
  let b = state.readUInt32LE(4);
  let c = state.readUInt32LE(8);
  let counter = state.readUInt32LE(12);
  return () => {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + sum) | 0;
    return sum >>> 0;
  };
}

function weighted<T>(list: readonly (readonly [T, number])[], unit: number): T {
  let left = unit * list.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [value, weight] of list) {
    left -= weight;
    if (left < 0) return value;
  }
  return at(list, list.length - 1)[0];
}

function at<T>(list: readonly T[], index: number): T {
  const value = list[index];
  if (value === undefined) throw new Error(`nothing at ${index} of ${list.length}`);
  return value;
}
