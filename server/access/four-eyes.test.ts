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
    ['another administrator, about a contract', 'b', { requestedBy: 'a', staffId: null, contractorId: 'other' }, true],
    ['somebody of the contractor, about one of its people', 'b', { requestedBy: 'a', staffId: 'c', contractorId: 'own' }, false],
    ['another administrator, about one of its people', 'b', { requestedBy: 'a', staffId: 'c', contractorId: 'other' }, true],
    ['somebody of the contractor, about its contract', 'b', { requestedBy: 'a', staffId: null, contractorId: 'own' }, false],
  ])('by %s', (_who, staffId, change, expected) => {
    expect(mayApprove({ staffId, organizationId: 'own' }, change)).toBe(expected);
  });

  it('that is no contract is approved by an administrator of no organisation', () => {
    expect(mayApprove({ staffId: 'b', organizationId: null }, { requestedBy: 'a', staffId: null, contractorId: null })).toBe(true);
  });
});
