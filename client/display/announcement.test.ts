import { describe, expect, it } from 'vitest';
import { announcement } from './announcement';
import type { BoardItem, BoardSession } from './board-document';

const watch = { id: 'r1', title: '見守り', organization: null };
const council = { id: 'o1', name: '社会福祉協議会' };
const item: BoardItem = {
  id: 'a1',
  letter: 'A',
  kind: 'CARD',
  title: null,
  words: null,
  card: { id: 'c1', title: '一人の食卓', ageBand: '70代', district: null, strengths: [], wishes: [], worries: [] },
  issue: null,
  notes: [{ id: 'n1', kind: 'IDEA', title: '夕食会' }],
  roles: [watch],
  decisions: [],
  links: [],
  actionItems: [{ id: 'x1', title: '配食の見学', organization: council, dueOn: null, status: 'OPEN' }],
};
const session: BoardSession = {
  id: 's1',
  kindName: '地域まるごと支援会議',
  number: 3,
  title: '支え合い',
  startsAt: null,
  endsAt: null,
  heldOn: '2026-11-23',
  status: 'OPEN',
  step: 0,
  wall: 'SHOWN',
  focus: 'MATTER',
  indicator: null,
  textStep: 'STANDARD',
  furigana: 'OFF',
  easy: false,
  easySteps: [],
  easyNoteWords: [],
  noteKinds: ['IDEA', 'WISH'],
  noteWords: ['アイデア', 'こうなるといい'],
  timerEndsAt: null,
  timerLeft: null,
  steps: ['目的とルール', '話し合い'],
  frontItem: item,
};
const spoken = (change: Partial<BoardItem>): string => announcement(session, { ...session, frontItem: { ...item, ...change } });

describe('what the board says aloud', () => {
  it('names the meeting once it is there', () => {
    expect(announcement(null, session)).toBe('地域まるごと支援会議 第3回');
  });
  it('names what comes to the front, and the pause when nothing does', () => {
    expect(announcement({ ...session, frontItem: null }, session)).toBe('事例Ａ 一人の食卓');
    expect(announcement(session, { ...session, frontItem: null })).toBe('次の議題を準備しています');
  });
  it('names the role that was taken on, and the action that is new or done', () => {
    expect(spoken({ roles: [{ ...watch, organization: council }] })).toBe('役割 見守り 社会福祉協議会');
    expect(spoken({ actionItems: item.actionItems.map((action) => ({ ...action, status: 'DONE' as const })) })).toBe('済み 配食の見学');
  });
  it('says what was said, by the word of this conference', () => {
    expect(spoken({ notes: [...item.notes, { id: 'n2', kind: 'WISH', title: 'だれかと食べたい' }] })).toBe(
      'こうなるといい だれかと食べたい',
    );
  });
  it('is silent when nothing that is spoken changed', () => {
    expect(announcement(session, { ...session })).toBe('');
  });
  it('says when the board goes dark', () => {
    expect(announcement(session, null)).toBe('この会議は表示できません');
  });
});
