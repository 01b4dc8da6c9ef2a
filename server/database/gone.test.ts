import { describe, expect, it } from 'vitest';
import { isGone, isStopped } from './gone';

const coded = (code: string) => Object.assign(new Error('in English'), { code });

describe('a database that is gone', () => {
  it.each(['ECONNREFUSED', 'ECONNRESET', 'ETIMEDOUT', '08006', '57P01', '57P02', '57P03'])('is known by the code %s', (code) => {
    expect(isGone(coded(code))).toBe(true);
  });

  it.each(['Query read timeout', 'Connection terminated unexpectedly', 'timeout exceeded when trying to connect'])(
    'is known by what pg says without one: %s',
    (message) => {
      expect(isGone(new Error(message))).toBe(true);
    },
  );

  it('is not one that refuses or stops a statement, and nothing else is one', () => {
    expect(isStopped(coded('57014'))).toBe(true);
    for (const fault of [coded('57014'), coded('42501'), coded('23505'), new Error('other'), 'ECONNRESET', undefined, null])
      expect(isGone(fault)).toBe(false);
  });
});
