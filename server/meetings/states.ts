import { registerEnumType } from 'type-graphql';
import { type ConferenceKind, conferenceKinds, type ReasonCode } from '#server/access/conference-profile';
import type { TieKind } from '#server/access/ties';
import type { ClosingCondition } from './kinds/conference';
import { kindsInOrder } from './kinds/registry';

export const SessionStatus = { PREPARING: 'PREPARING', OPEN: 'OPEN', CLOSED: 'CLOSED', CANCELLED: 'CANCELLED' } as const;
export type SessionStatus = keyof typeof SessionStatus;
registerEnumType(SessionStatus, {
  name: 'SessionStatus',
  description: '会議の状態。',
  valuesConfig: {
    PREPARING: { description: '準備中。' },
    OPEN: { description: '開会中。' },
    CLOSED: { description: '閉会。' },
    CANCELLED: { description: '始める前に、開催を取りやめた。' },
  },
});

export const AgendaKind = { CARD: 'CARD', ISSUE: 'ISSUE', CASE: 'CASE', REPORT: 'REPORT', FICTION: 'FICTION' } as const;
export type AgendaKind = keyof typeof AgendaKind;
registerEnumType(AgendaKind, {
  name: 'AgendaKind',
  description: '議題の種類。',
  valuesConfig: {
    CARD: { description: '事例カード。' },
    ISSUE: { description: '地域課題。' },
    CASE: { description: '事例。' },
    REPORT: { description: '報告。' },
    FICTION: { description: '架空事例。研修のためのもので、実在のだれのことでもない。' },
  },
});

export const RequestState = {
  ASKED: 'ASKED',
  TAKEN: 'TAKEN',
  SETTLED: 'SETTLED',
  PASSED_OVER: 'PASSED_OVER',
  DECLINED: 'DECLINED',
  WITHDRAWN: 'WITHDRAWN',
} as const;
export type RequestState = keyof typeof RequestState;
registerEnumType(RequestState, {
  name: 'RequestState',
  description: '議題の依頼の状態。',
  valuesConfig: {
    ASKED: { description: '依頼した。答えを待っている。支援会議では、議題になったことは出席者にだけ伝わる。' },
    TAKEN: { description: '議題になった。' },
    SETTLED: { description: '議題になった会議で話し合われ、その会議が終わった。' },
    PASSED_OVER: { description: '議題になった会議が、話し合わないまま終わった。' },
    DECLINED: { description: '理由を添えて、見送られた。' },
    WITHDRAWN: { description: '依頼した担当が取り下げた。' },
  },
});

export const OfferReason = { REQUEST: 'REQUEST', CARRIED_OVER: 'CARRIED_OVER', MONITORING: 'MONITORING' } as const;
export type OfferReason = keyof typeof OfferReason;
registerEnumType(OfferReason, {
  name: 'OfferReason',
  description: '議題の候補になっているわけ。',
  valuesConfig: {
    REQUEST: { description: '依頼された。' },
    CARRIED_OVER: { description: '前の回に、保留か、終わっていない「次にやること」がある。' },
    MONITORING: { description: '支援プランのモニタリングの時期が来る。' },
  },
});

export const AgendaState = { WAITING: 'WAITING', FRONT: 'FRONT', DONE: 'DONE' } as const;
export type AgendaState = keyof typeof AgendaState;
registerEnumType(AgendaState, {
  name: 'AgendaState',
  description: '議題の状態。',
  valuesConfig: {
    WAITING: { description: '待ち。まだ会場に出していない。' },
    FRONT: { description: 'いま会場に出ている。' },
    DONE: { description: '済み。' },
  },
});

export const CardState = {
  DRAFT: 'DRAFT',
  ASKED: 'ASKED',
  SENT_BACK: 'SENT_BACK',
  APPROVED: 'APPROVED',
  RETURNED: 'RETURNED',
} as const;
export type CardState = keyof typeof CardState;
registerEnumType(CardState, {
  name: 'CardState',
  description: '事例カードの承認の状態。',
  valuesConfig: {
    DRAFT: { description: '下書き。' },
    ASKED: { description: '承認を待っている。' },
    SENT_BACK: { description: '言葉を添えて差し戻された。' },
    APPROVED: { description: '別の人が確かめて承認した。' },
    RETURNED: { description: '取り下げた。' },
  },
});

export const ActionStatus = { OPEN: 'OPEN', DONE: 'DONE', TAKEN_BACK: 'TAKEN_BACK' } as const;
export type ActionStatus = keyof typeof ActionStatus;
registerEnumType(ActionStatus, {
  name: 'ActionStatus',
  description: '次にやることの状態。',
  valuesConfig: {
    OPEN: { description: 'これから。' },
    DONE: { description: '済み。' },
    TAKEN_BACK: { description: '返したいと申し出があり、会議が引き取った。行われていない。' },
  },
});

export const InboxState = { NEW: 'NEW', ACCEPTED: 'ACCEPTED', GIVEN_BACK: 'GIVEN_BACK', DONE: 'DONE', TAKEN_BACK: 'TAKEN_BACK' } as const;
export type InboxState = keyof typeof InboxState;
registerEnumType(InboxState, {
  name: 'InboxState',
  description: '受信箱の一件の状態。',
  valuesConfig: {
    NEW: { description: 'まだ受け取っていない。' },
    ACCEPTED: { description: '受け取った。' },
    GIVEN_BACK: { description: '会議に返したいと申し出ている。' },
    DONE: { description: '済み。' },
    TAKEN_BACK: { description: '会議が引き取った。' },
  },
});

export const WallState = { SHOWN: 'SHOWN', HIDDEN: 'HIDDEN', FROZEN: 'FROZEN' } as const;
export type WallState = keyof typeof WallState;
registerEnumType(WallState, {
  name: 'WallState',
  description: '会場の画面の出し方。',
  valuesConfig: {
    SHOWN: { description: 'そのまま映している。' },
    HIDDEN: { description: '隠している。議題は会場へ送られない。' },
    FROZEN: { description: '止めている。会場には、止めたときの内容が映り続ける。' },
  },
});

export const Held = { PARKED: 'PARKED', IDENTIFIER: 'IDENTIFIER' } as const;
export type Held = keyof typeof Held;
registerEnumType(Held, {
  name: 'Held',
  description: '会場に出していない理由。',
  valuesConfig: {
    PARKED: { description: '司会か書記が会場から下げた。' },
    IDENTIFIER: { description: '個人が分かる言葉らしいものがある。書き直すか、別の人が確かめて出す。' },
  },
});

/** What is said in the room and written down line by line; each kind of conference says which it takes, and calls them by its own words. */
export const NoteKind = { IDEA: 'IDEA', STRENGTH: 'STRENGTH', WISH: 'WISH', WORRY: 'WORRY', GAP: 'GAP' } as const;
export type NoteKind = keyof typeof NoteKind;
registerEnumType(NoteKind, {
  name: 'NoteKind',
  description: '会議で出た声の種類。',
  valuesConfig: {
    IDEA: { description: '考え・支援策。' },
    STRENGTH: { description: '強み・成果。' },
    WISH: { description: 'のぞむこと。' },
    WORRY: { description: '気がかり・課題。' },
    GAP: { description: '足りない社会資源。地域課題にできる。' },
  },
});

export const Focus = { MATTER: 'MATTER', NOTES: 'NOTES', AGREED: 'AGREED', ECOMAP: 'ECOMAP', INDICATOR: 'INDICATOR' } as const;
export type Focus = keyof typeof Focus;
registerEnumType(Focus, {
  name: 'Focus',
  description: '会場の画面に出すもの。',
  valuesConfig: {
    MATTER: { description: '議題そのもの。' },
    NOTES: { description: '会議で出た声。' },
    AGREED: { description: '役割と次にやることだけを、広く。' },
    ECOMAP: { description: 'エコマップ。議題と、つながっている機関・人。' },
    INDICATOR: { description: '実施計画の指標の一つ。' },
  },
});

/** How something is tied to a matter; the wall draws each as a line of its own, with the word. */
export const LinkKind = { STRONG: 'STRONG', WEAK: 'WEAK', STRAINED: 'STRAINED', PLANNED: 'PLANNED' } as const;
export type LinkKind = keyof typeof LinkKind;
registerEnumType(LinkKind, {
  name: 'LinkKind',
  description: 'エコマップのつながりの種類。',
  valuesConfig: {
    STRONG: { description: '強いつながり。' },
    WEAK: { description: '弱いつながり。' },
    STRAINED: { description: '気がかりなつながり。' },
    PLANNED: { description: 'これからつなぐ。' },
  },
});

/** Text of the wall in three steps; the larger it is, the less stands there. */
export const TextStep = { STANDARD: 'STANDARD', LARGE: 'LARGE', LARGEST: 'LARGEST' } as const;
export type TextStep = keyof typeof TextStep;
registerEnumType(TextStep, {
  name: 'TextStep',
  description: '会場の画面の文字の段階。大きくすると、出る件数が減る。',
  valuesConfig: {
    STANDARD: { description: '標準。' },
    LARGE: { description: '大（1.25倍）。' },
    LARGEST: { description: '特大（1.5倍）。' },
  },
});

export const Furigana = { OFF: 'OFF', TERMS: 'TERMS', ALL: 'ALL' } as const;
export type Furigana = keyof typeof Furigana;
registerEnumType(Furigana, {
  name: 'Furigana',
  description: '会場の画面のふりがな。',
  valuesConfig: {
    OFF: { description: '付けない。' },
    TERMS: { description: '用語・地名・機関の名前に付ける。' },
    ALL: { description: '画面の言葉すべてと、用語・地名・機関の名前に付ける。' },
  },
});

export const OpenPointKind = {
  ROLE: 'ROLE',
  ACTION: 'ACTION',
  DECISION: 'DECISION',
  OUTCOME: 'OUTCOME',
  ATTENDANCE: 'ATTENDANCE',
} as const satisfies { [K in ClosingCondition]: K };
export type OpenPointKind = keyof typeof OpenPointKind;
registerEnumType(OpenPointKind, {
  name: 'OpenPointKind',
  description: '会議を終える前に残っていること。',
  valuesConfig: {
    ROLE: { description: '役割を担う機関が決まっていない。' },
    ACTION: { description: '次にやることの担う機関か期限が決まっていない。' },
    DECISION: { description: '決まったことを読み上げていない。' },
    OUTCOME: { description: '事例について決まったことが書かれていない。' },
    ATTENDANCE: { description: '出欠を記録していない人がいる。' },
  },
});

export const ProposalState = { PROPOSED: 'PROPOSED', ANSWERED: 'ANSWERED', REPORTED: 'REPORTED' } as const;
export type ProposalState = keyof typeof ProposalState;
registerEnumType(ProposalState, {
  name: 'ProposalState',
  description: '政策提案の状態。',
  valuesConfig: {
    PROPOSED: { description: '提案した。答えを待っている。' },
    ANSWERED: { description: '答えがあった。次の回で報告する。' },
    REPORTED: { description: '会議で報告した。' },
  },
});

export const CarriedOverKind = { DEFERRED: 'DEFERRED', ACTION: 'ACTION', PROPOSAL: 'PROPOSAL' } as const;
export type CarriedOverKind = keyof typeof CarriedOverKind;
registerEnumType(CarriedOverKind, {
  name: 'CarriedOverKind',
  description: '前回からの持ち越しの種類。',
  valuesConfig: {
    DEFERRED: { description: '保留にしたこと。' },
    ACTION: { description: 'まだ終わっていない、次にやること。' },
    PROPOSAL: { description: '報告していない政策提案。' },
  },
});

export const DisplayState = { WAITING: 'WAITING', PAIRED: 'PAIRED', REVOKED: 'REVOKED', EXPIRED: 'EXPIRED' } as const;
export type DisplayState = keyof typeof DisplayState;
registerEnumType(DisplayState, {
  name: 'DisplayState',
  description: '会場の画面の状態。',
  valuesConfig: {
    WAITING: { description: 'コードが入るのを待っている。' },
    PAIRED: { description: '会議につながっている。' },
    REVOKED: { description: '表示を終えた。' },
    EXPIRED: { description: '期限が切れた。' },
  },
});

/** The eight kinds as an enum of the schema. */
export const ConferenceKindEnum = Object.fromEntries(conferenceKinds.map((kind) => [kind, kind])) as { [K in ConferenceKind]: K };
registerEnumType(ConferenceKindEnum, {
  name: 'ConferenceKind',
  description: '会議の種類（実施計画 IV）。',
  valuesConfig: Object.fromEntries(kindsInOrder.map((kind) => [kind.key, { description: `${kind.name}。根拠: ${kind.profile.basis}。` }])),
});

/** Why a case is discussed without consent (法106条の6). */
export const ReasonCodeEnum = { URGENT: 'URGENT', EARLY_SUPPORT: 'EARLY_SUPPORT' } as const satisfies { [K in ReasonCode]: K };
registerEnumType(ReasonCodeEnum, {
  name: 'ReasonCode',
  description: '本人の同意なしに支援会議で扱う理由（社会福祉法106条の6）。',
  valuesConfig: { URGENT: { description: '緊急性がある。' }, EARLY_SUPPORT: { description: '早期に支援体制を整える必要がある。' } },
});

/** How a member of a session stands to one of its cases. */
export const ItemStandingEnum = { COVERED: 'COVERED', UNCOVERED: 'UNCOVERED', BARRED: 'BARRED', UNSWORN: 'UNSWORN' } as const;
registerEnumType(ItemStandingEnum, {
  name: 'TableStanding',
  description: '議題の事例について、席に残れるか。',
  valuesConfig: {
    COVERED: { description: '残れる。' },
    UNCOVERED: { description: '同意などの範囲に入っていない。' },
    BARRED: { description: '利益相反がある。' },
    UNSWORN: { description: '守秘義務を確認していない。' },
  },
});

export const Attendance = { EXPECTED: 'EXPECTED', PRESENT: 'PRESENT', ABSENT: 'ABSENT' } as const;
export type Attendance = keyof typeof Attendance;
registerEnumType(Attendance, {
  name: 'Attendance',
  description: '会議への出席。',
  valuesConfig: {
    EXPECTED: { description: '出席の予定。' },
    PRESENT: { description: '出席している。' },
    ABSENT: { description: '欠席。' },
  },
});

export const TieKindEnum = {
  HOUSEHOLD: 'HOUSEHOLD',
  KIN: 'KIN',
  OTHER_PARTY: 'OTHER_PARTY',
  NEIGHBOUR: 'NEIGHBOUR',
} as const satisfies { [K in TieKind]: K };
registerEnumType(TieKindEnum, {
  name: 'TieKind',
  description: '利益相反のもとになる関係。',
  valuesConfig: {
    HOUSEHOLD: { description: '同じ世帯。' },
    KIN: { description: '親族。' },
    OTHER_PARTY: { description: '相手方。' },
    NEIGHBOUR: { description: '近所など。席は外さず、気をつける。' },
  },
});
