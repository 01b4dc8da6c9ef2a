import { describe, expect, it } from 'vitest';
import type { BoardItem, BoardSession } from './board-document';
import { pictureOf } from './still-picture';

const role = (id: string, title: string) => ({ id, title, organization: null });
const card = { id: 'c', title: '一人の食卓', ageBand: '70代', district: null, strengths: [], wishes: [], worries: [] };
const item: BoardItem = {
  id: 'a',
  letter: 'A',
  kind: 'CARD',
  title: null,
  words: null,
  card,
  issue: null,
  notes: [],
  roles: [role('r', '見守り'), role('s', '送り迎え')],
  actionItems: [],
  decisions: [],
  links: [],
};
const shown: BoardSession = {
  id: 's',
  kindName: '地域まるごと支援会議',
  number: 3,
  title: '支え合い',
  startsAt: null,
  endsAt: null,
  heldOn: '2026-11-23',
  status: 'OPEN',
  step: 1,
  steps: ['目的', '事例', '役割'],
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
  frontItem: item,
};
const frozen = (change: Partial<BoardItem> | null, step = 2): BoardSession => ({
  ...shown,
  wall: 'FROZEN',
  step,
  frontItem: change && { ...item, ...change },
});

describe('a frozen wall', () => {
  it('keeps the text, the rows and the step that it had', () => {
    const now = frozen({ roles: [role('r', '見守りの当番'), role('s', '送り迎え'), role('t', '新しい役割')] });
    expect(pictureOf(shown, now)).toEqual({ ...now, step: 1, frontItem: item });
  });
  it('goes on counting the minutes', () => {
    expect(pictureOf(shown, { ...frozen({}), timerLeft: 60 })?.timerLeft).toBe(60);
  });
  it('lets a parked line go', () => {
    expect(pictureOf(shown, frozen({ roles: [role('r', '見守り')] }))?.frontItem?.roles).toEqual([role('r', '見守り')]);
  });
  it('lets a card go that was returned, and an item that is not there any more', () => {
    expect(pictureOf(shown, frozen({ card: null }))?.frontItem?.card).toBeNull();
    expect(pictureOf(shown, frozen(null))?.frontItem).toBeNull();
  });
  it('shows what it finds when it had no picture, and everything once it is let go', () => {
    expect(pictureOf(undefined, frozen({}))).toEqual(frozen({}));
    const now = { ...frozen({ roles: [] }), wall: 'SHOWN' as const };
    expect(pictureOf(shown, now)).toBe(now);
  });
  it('ends with the meeting', () => {
    const over = { ...frozen({}), status: 'CLOSED' as const };
    expect(pictureOf(shown, over)).toBe(over);
  });
});
