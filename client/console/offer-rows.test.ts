import { describe, expect, it } from 'vitest';
import { offerRows, requestFor } from './offer-rows';
import type { OfferData, RequestData } from './request-document';

const card = { id: 'c1', title: '一人の食卓' };
const offer = (id: string, why: OfferData['why'], more: Partial<OfferData> = {}): OfferData => ({
  ...{ id, why, dueOn: null, deferred: 0, unfinished: 0, case: null, card: null, issue: null, request: null },
  ...more,
});
const asked = (id: string, more: Partial<RequestData>): OfferData =>
  offer(id, 'REQUEST', {
    request: {
      ...{ id: `r-${id}`, kindName: '', matter: 'CARD', state: 'ASKED', waitsAgain: false, changedAt: '', takenUpBy: null, version: 1 },
      ...{ declinedBecause: null, title: null, words: null, reason: null, card: null, issue: null, team: null, requestedBy: null },
      ...{ requestedCase: null, ...more },
    },
  });
const rowsOf = (offered: readonly OfferData[]) => offerRows(offered).map(({ one, also }) => [one.id, ...also.map(({ id }) => id)]);

describe('the rows of what is offered', () => {
  it('name a matter once, with all that offers it, below the request that is answered by taking it', () => {
    const theCase = { id: 'k1', code: 'R8-0013' };
    const known = asked('of-case', { matter: 'CASE', requestedCase: { id: 'q', reasonCode: null, reason: null, case: theCase } });
    const offered = [
      offer('left-card', 'CARRIED_OVER', { card }),
      offer('due', 'MONITORING', { case: theCase }),
      asked('of-card', { card }),
      known,
      offer('left-case', 'CARRIED_OVER', { case: theCase }),
    ];
    expect(rowsOf(offered)).toEqual([
      ['of-card', 'left-card'],
      ['of-case', 'due', 'left-case'],
    ]);
    expect(requestFor(offered, 'k1')).toBe('r-of-case');
    expect(requestFor(offered, 'c1')).toBe('r-of-card');
    expect(requestFor(offered, 'c2')).toBeUndefined();
  });

  it('keep every request, for each is answered by itself, and what nobody here may know the name of', () => {
    const hidden = { matter: 'CASE', requestedCase: null } as const;
    const report = { matter: 'REPORT', title: '通いの場' } as const;
    const offered = [
      ...[asked('first', { card }), asked('second', { card })],
      ...[asked('hidden', hidden), asked('hidden-too', hidden), asked('report', report)],
      ...[offer('closed', 'MONITORING'), offer('closed-too', 'MONITORING')],
    ];
    expect(rowsOf(offered)).toEqual(offered.map(({ id }) => [id]));
  });
});
