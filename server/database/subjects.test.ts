import { describe, expect, it } from 'vitest';
import { classMask, Subjects } from './subjects';

const told = (...words: string[]) => {
  const subjects = new Subjects();
  for (const each of words) subjects.add(each);
  return subjects.parts().map(({ subjects: keys, subjectClasses, sessions }) => ({
    keys: Object.fromEntries(keys.map((key, place) => [key, subjectClasses[place]])),
    sessions,
  }));
};

describe('what was read', () => {
  it('is one part without a 支援会議, empty where nobody was told of', () => {
    expect(told()).toEqual([{ keys: {}, sessions: [] }]);
    expect(told('a:2 b', 's:s ( a:8 )')).toEqual([{ keys: { a: 10, b: 0 }, sessions: ['s'] }]);
    expect(classMask('public')).toBe(1);
  });

  it('is a part of its own where it belongs to one, whatever stands around', () => {
    expect(told('a:2', '( a:2 ) (x b:2 ( c:4 ) ) d:2')).toEqual([
      { keys: { a: 2, d: 2 }, sessions: [] },
      { keys: { b: 2, c: 4 }, sessions: ['x'] },
    ]);
  });

  it('belongs to all that stand around it, however they are named', () => {
    expect(told('(y (x a:2 ) ) (x,y b:2 )')).toEqual([
      { keys: {}, sessions: ['y'] },
      { keys: { a: 2, b: 2 }, sessions: ['x', 'y'] },
    ]);
  });

  it('leaves no part without one where all of it belongs to one', () => {
    expect(told('(x )')).toEqual([{ keys: {}, sessions: ['x'] }]);
  });

  it('of each statement begins anew, and a bracket too many closes nothing', () => {
    expect(told('(x a:2', 'b:2 ) c:2')).toEqual([
      { keys: { b: 2, c: 2 }, sessions: [] },
      { keys: { a: 2 }, sessions: ['x'] },
    ]);
  });

  it('names five hundred and counts the others', () => {
    const subjects = new Subjects();
    subjects.add(Array.from({ length: 501 }, (_, index) => `k${index}:2`).join(' '));
    expect(subjects.parts()[0]).toMatchObject({ beyond: 1, subjects: { length: 500 } });
  });
});
