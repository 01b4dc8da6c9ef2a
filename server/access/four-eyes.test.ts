import { describe, expect, it } from 'vitest';
import { mayApprove } from './four-eyes';

describe('a change to somebody’s rights', () => {
  it.each([
    ['another administrator, about a third person', 'b', { requestedBy: 'a', staffId: 'c' }, true],
    ['another administrator, about a program', 'b', { requestedBy: 'a', staffId: null }, true],
    ['whoever asked for it', 'a', { requestedBy: 'a', staffId: 'c' }, false],
    ['whoever asked for it, about a program', 'a', { requestedBy: 'a', staffId: null }, false],
    ['the person whom it is about', 'c', { requestedBy: 'a', staffId: 'c' }, false],
    ['whoever asked for a right of their own', 'a', { requestedBy: 'a', staffId: 'a' }, false],
  ])('by %s', (_who, administrator, change, expected) => {
    expect(mayApprove(administrator, change)).toBe(expected);
  });
});
