import { describe, expect, it } from 'vitest';
import { keptFromRoom, roomView } from './room-view';
import type { ItemData, SessionData } from './session-data';

const item: ItemData = {
  id: 'a1',
  position: 1,
  letter: 'A',
  kind: 'CARD',
  title: null,
  words: null,
  state: 'FRONT',
  note: null,
  version: 1,
  issue: null,
  caseItem: null,
  standings: [],
  notes: [{ id: 'n1', kind: 'IDEA', title: '虹坂さんに頼む', held: 'IDENTIFIER', issue: null, version: 1 }],
  roles: [{ id: 'r1', title: '結城野さんの見守り', organization: null, held: 'IDENTIFIER', version: 1 }],
  actionItems: [],
  decisions: [],
  links: [],
  deferrals: [],
  withheld: [],
  card: {
    id: 'c1',
    title: '一人の食卓',
    ageBand: '70代',
    district: '三富',
    districtShown: false,
    strengths: [],
    wishes: [],
    worries: [],
    note: '借入の額には触れない',
    case: { id: 'k1', code: 'R8-0013' },
    draftedBy: { id: 's1', name: '起こした人(架空)' },
    approvedBy: null,
    withheld: [],
  },
};
const session: SessionData = {
  id: 's1',
  kind: 'MARUGOTO',
  kindName: '地域まるごと支援会議',
  number: 3,
  title: '支え合い',
  startsAt: null,
  endsAt: null,
  heldOn: '2026-11-23',
  place: '市民会館',
  status: 'OPEN',
  projected: true,
  isIn: true,
  opening: '',
  secrecy: null,
  matters: ['card', 'issue'],
  printing: 'anonymous',
  minuted: true,
  keepsAttendance: true,
  step: 0,
  wall: 'SHOWN',
  focus: 'MATTER',
  slides: ['MATTER'],
  indicator: null,
  textStep: 'STANDARD',
  furigana: 'OFF',
  easy: false,
  easySteps: [],
  easyNoteWords: [],
  noteKinds: ['IDEA'],
  noteWords: ['アイデア'],
  timerEndsAt: null,
  timerLeft: null,
  steps: ['話し合い'],
  version: 1,
  facilitator: { id: 's2', name: '司会(架空)' },
  members: [{ id: 'm1', attends: 'PRESENT', sworn: false, staff: null, organization: null }],
  frontItem: { id: 'a1' },
  agenda: [item, { ...item, id: 'a2', letter: 'B', state: 'WAITING' }],
  openPoints: [],
  carriedOver: [],
  proposes: true,
  proposals: [],
  correctedByTwo: true,
  corrections: [],
  displays: [],
  withheld: [],
};

describe('what the room sees', () => {
  it('holds nothing that identifies', () => {
    const wall = JSON.stringify(roomView(session));
    for (const secret of ['借入', '結城野', 'R8-0013', '(架空)', '三富', '市民会館']) expect(wall).not.toContain(secret);
  });
  it('says what it leaves out, and why', () => {
    expect(keptFromRoom(session).map(({ field }) => field)).toEqual(['note', 'case', 'district', 'draftedBy', 'members', 'held', 'agenda']);
  });
});
