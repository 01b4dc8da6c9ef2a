import { isDeepStrictEqual } from 'node:util';

/** The first place where two answers differ, or undefined. The order of keys does not matter, that of lists does. */
export function difference(a: unknown, b: unknown, place = 'data'): string | undefined {
  if (isDeepStrictEqual(a, b)) return undefined;
  if (!isRecord(a) || !isRecord(b)) return `${place}: ${JSON.stringify(a)?.slice(0, 100)} and ${JSON.stringify(b)?.slice(0, 100)}`;
  for (const key of new Set([...Object.keys(a), ...Object.keys(b)])) {
    const found = difference(a[key], b[key], `${place}.${key}`);
    if (found) return found;
  }
  return undefined;
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
