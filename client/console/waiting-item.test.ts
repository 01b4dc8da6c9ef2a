import { describe, expect, it } from 'vitest';
import type { Edit } from '../offline/outbox';
import { offlineWords } from '../words/offline-words';
import { mayWait } from './may-wait';
import type { ItemData } from './session-data';
import { editsOf, isMadeHere, withWaiting } from './waiting-item';

const line = { held: null, version: 3 };
const council = { id: 'o', name: '社協' };
const item = {
  id: 'i',
  roles: [{ ...line, id: 'r', title: '見守り', organization: null }],
  actionItems: [{ ...line, id: 'a', title: '訪ねる', organization: council, dueOn: null, status: 'OPEN' }],
  notes: [{ ...line, id: 'n', kind: 'IDEA', title: '畑', issue: null }],
  decisions: [{ ...line, id: 'd', title: '月一回', readBackAt: null }],
} as unknown as ItemData;

let count = 0;
const edit = (change: string, input: Record<string, unknown>, state: Edit['state'] = 'waiting'): Edit => {
  count += 1;
  return { id: `e${count}`, key: `k${count}`, change, input, at: count, tried: false, state };
};
const written = (...edits: Edit[]) => withWaiting(item, edits, [council]);

describe('an item with what waits for the hub', () => {
  it('shows every change that may wait, and each has its words', () => {
    const samples: Record<keyof typeof mayWait, Record<string, unknown>> = {
      AddRole: { item: 'i', title: '送迎', organization: 'o' },
      AssignRole: { role: 'r', organization: 'o' },
      RenameRole: { role: 'r', title: '声かけ' },
      AddActionItem: { item: 'i', title: '見学', organization: null, dueOn: '2027-01-15' },
      ReviseActionItem: { action: 'a', title: '電話する', organization: null, dueOn: '2027-01-15' },
      FinishActionItem: { action: 'a', done: true },
      AddNote: { item: 'i', kind: 'WISH', title: '集まりたい' },
      RewordNote: { note: 'n', title: '畑をいっしょに' },
      RecordDecision: { item: 'i', title: '決めた' },
      RewordDecision: { decision: 'd', title: '月二回' },
      ReadBackDecision: { decision: 'd', done: true },
    };
    for (const [change, input] of Object.entries(samples)) expect([change, written(edit(change, input))]).not.toEqual([change, item]);
    expect(Object.keys(samples).toSorted()).toEqual(Object.keys(mayWait).toSorted());
    expect(Object.keys(offlineWords.what).toSorted()).toEqual(Object.keys(mayWait).toSorted());
  });

  it('takes one edit on top of the other', () => {
    const now = written(
      edit('ReviseActionItem', { action: 'a', title: '電話する', organization: 'o', dueOn: null }),
      edit('FinishActionItem', { action: 'a', done: true }),
    );
    expect(now.actionItems).toEqual([{ ...item.actionItems[0], title: '電話する', status: 'DONE' }]);
  });

  it('marks what the hub has not heard of, and keeps it apart from other items', () => {
    const added = edit('AddRole', { item: 'i', title: '送迎', organization: null });
    const made = written(added).roles.at(-1);
    expect([made?.title, isMadeHere(made?.id ?? ''), editsOf(made?.id ?? '', [added])]).toEqual(['送迎', true, [added]]);
    expect(written(edit('AddRole', { item: 'another', title: '送迎', organization: null }))).toEqual(item);
  });

  it('shows what the hub last said where two have met, and once it has arrived', () => {
    for (const state of ['conflict', 'refused', 'sent'] as const)
      expect(written(edit('RenameRole', { role: 'r', title: '別' }, state))).toEqual(item);
  });
});
