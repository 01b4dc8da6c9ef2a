import { describe, expect, it } from 'vitest';
import { Conflict, Denied, Invalid, insist, NotFound, Problem, Unauthenticated, Unavailable } from './problem';

const family: readonly [Problem, string][] = [
  [new Denied(), 'DENIED'],
  [new NotFound(), 'NOT_FOUND'],
  [new Invalid('日付を直してください。', { day: '今日までの日付にしてください。' }), 'INVALID'],
  [new Conflict({ version: 2 }, { version: 1 }), 'CONFLICT'],
  [new Unavailable(), 'UNAVAILABLE'],
  [new Unauthenticated(), 'UNAUTHENTICATED'],
];

describe('problems', () => {
  it.each(family)('are faults with a code and a Japanese sentence: %o', (problem, code) => {
    expect(problem).toBeInstanceOf(Problem);
    expect(problem).toBeInstanceOf(Error);
    expect(problem.code).toBe(code);
    expect(problem.message).toMatch(/[ぁ-ん].*。$/);
  });

  it('have a code of their own each', () => {
    expect(new Set(family.map(([, code]) => code)).size).toBe(family.length);
  });

  it('say beside the code what the screen needs', () => {
    expect(new Invalid('直してください。', { day: '昔すぎます。' }).details).toEqual({ fields: { day: '昔すぎます。' } });
    expect(new Conflict({ version: 2 }, { version: 1 }).details).toEqual({ current: { version: 2 }, yours: { version: 1 } });
    expect(new Unavailable('待ってください。', { department: 'children' }).details).toEqual({ retriable: true, department: 'children' });
    expect(new NotFound().details).toEqual({});
  });

  it('are thrown by `insist` for what is not allowed, and only then', () => {
    expect(() => insist({ allowed: true })).not.toThrow();
    expect(() => insist({ allowed: false })).toThrow(Denied);
    expect(() => insist({ allowed: false }, () => new NotFound())).toThrow(NotFound);
  });
});
