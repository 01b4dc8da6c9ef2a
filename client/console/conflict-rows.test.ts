import { describe, expect, it } from 'vitest';
import { changedSince, conflictRows, isAsSeen } from './conflict-rows';

const wording = (_field: string, value: string): string | undefined => ({ o1: '社会福祉協議会', o2: '地域包括支援センター' })[value];

describe('a conflict, side by side', () => {
  it('shows only what differs, in words', () => {
    const current = { title: '家計表を作る', organization: 'o1', dueOn: '2026-12-04', version: 3 };
    const yours = { title: '家計表を作る', organization: 'o2', dueOn: null, version: 2 };
    expect(conflictRows(current, yours, wording)).toEqual([
      { field: '担う機関', yours: '地域包括支援センター', current: '社会福祉協議会' },
      { field: '期限', yours: 'なし', current: '12月4日(金)' },
    ]);
  });
  it('reads an organisation that comes as an object', () => {
    expect(conflictRows({ organization: { id: 'o1', name: '社会福祉協議会' } }, { organization: 'o1' }, wording)).toEqual([]);
  });
});

describe('what has become another since one looked', () => {
  it('is told beside it, as it was and as it is', () => {
    const seen = { title: '地図を配る', dueOn: '2026-12-04', backReason: null };
    const current = { title: '地図を作って配る', dueOn: '2026-12-04', backReason: '印刷機がない', status: 'OPEN', version: 4 };
    const yours = { ...current, backReason: null, status: 'DONE', version: 1 };
    expect(changedSince({ current, yours, seen }, wording)).toEqual([['題・内容', '地図を配る', '地図を作って配る']]);
    expect(changedSince({ current, yours }, wording)).toEqual([]);
  });
});

describe('what somebody else changed beside it', () => {
  const seen = { title: '家計表を作る', organization: null, dueOn: null };
  it('is no conflict', () => {
    expect(isAsSeen({ ...seen, status: 'DONE', version: 4 }, seen)).toBe(true);
    expect(isAsSeen({ organization: { id: 'o1', name: '社会福祉協議会' }, version: 2 }, { organization: 'o1' })).toBe(true);
  });
  it('is one where it is the same field, or where the hub does not say', () => {
    expect(isAsSeen({ ...seen, dueOn: '2026-12-04', version: 4 }, seen)).toBe(false);
    expect(isAsSeen({ version: 4 }, { organization: null })).toBe(false);
  });
});
