import { describe, expect, it } from 'vitest';
import { kindsToCall } from './kinds-to-call';

const kindsOf = (...roles: string[]) => kindsToCall({ id: 's', name: '', audience: 'staff', roles }).map(({ id }) => id);

describe('the kinds that are offered to be called', () => {
  it('are those that a person may call: コネクト会議 by a coordinator alone, a 支援会議 on a page of its own, none by others', () => {
    expect(kindsOf('facilitator', 'coordinator')).toEqual(expect.arrayContaining(['MARUGOTO', 'WORKING', 'CONNECT']));
    expect(kindsOf('facilitator')).toEqual(expect.arrayContaining(['MARUGOTO', 'WORKING']));
    expect(kindsOf('facilitator')).not.toContain('CONNECT');
    expect(kindsOf('coordinator')).not.toContain('SHIEN_KAIGI');
    expect([...kindsOf('caseworker'), ...kindsOf('recorder'), ...kindsToCall(null)]).toEqual([]);
  });
});
