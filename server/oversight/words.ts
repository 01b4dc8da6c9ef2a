import { registerEnumType } from 'type-graphql';

export const DisclosureState = { ASKED: 'ASKED', DRAFTED: 'DRAFTED', DONE: 'DONE' } as const;
export type DisclosureState = keyof typeof DisclosureState;
registerEnumType(DisclosureState, {
  name: 'DisclosureState',
  description: '本人開示の請求の状態。',
  valuesConfig: {
    ASKED: { description: '窓口が受け付けた。' },
    DRAFTED: { description: '開示担当が下書きを作り、一行ずつ決めている。' },
    DONE: { description: 'すべて決まり、閉じた。' },
  },
});

export const Requester = { SELF: 'SELF', REPRESENTATIVE: 'REPRESENTATIVE' } as const;
export type Requester = keyof typeof Requester;
registerEnumType(Requester, {
  name: 'Requester',
  description: '請求した人。',
  valuesConfig: { SELF: { description: '本人。' }, REPRESENTATIVE: { description: '代理人（法定代理人・任意代理人）。' } },
});

export const DisclosureDecision = {
  UNDECIDED: 'UNDECIDED',
  DISCLOSE: 'DISCLOSE',
  WITHHOLD: 'WITHHOLD',
  REFUSE_EXISTENCE: 'REFUSE_EXISTENCE',
} as const;
export type DisclosureDecision = keyof typeof DisclosureDecision;
registerEnumType(DisclosureDecision, {
  name: 'DisclosureDecision',
  description: '開示するかどうか（個人情報保護法78条・81条）。',
  valuesConfig: {
    UNDECIDED: { description: 'まだ決めていない。' },
    DISCLOSE: { description: '開示する。' },
    WITHHOLD: { description: '開示しない（不開示）。' },
    REFUSE_EXISTENCE: { description: 'あるかないかを答えない（存否応答拒否）。' },
  },
});

export const DisclosureGround = {
  SHIEN_KAIGI: 'SHIEN_KAIGI',
  PROTECTION: 'PROTECTION',
  INFORMANT: 'INFORMANT',
  OTHER_WINDOW: 'OTHER_WINDOW',
} as const;
export type DisclosureGround = keyof typeof DisclosureGround;
registerEnumType(DisclosureGround, {
  name: 'DisclosureGround',
  description: '下書きのとき、はじめから存否応答拒否の印を付けた理由。',
  valuesConfig: {
    SHIEN_KAIGI: { description: '支援会議（法106条の6）での閲覧。あることも明かせない。' },
    PROTECTION: { description: '世帯のだれかの保護措置を受け持つ担当の閲覧。' },
    INFORMANT: { description: 'ほかの人からの連絡を受けた担当の閲覧。知らせた人が分かるおそれがある。' },
    OTHER_WINDOW: { description: '本人が関わりを知らないかもしれない担当の閲覧。' },
  },
});

export const ExposureKind = { STAFF: 'STAFF', SIGN_IN: 'SIGN_IN', DISPLAY: 'DISPLAY', SESSION: 'SESSION' } as const;
export type ExposureKind = keyof typeof ExposureKind;
registerEnumType(ExposureKind, {
  name: 'ExposureKind',
  description: '何が見られたかを調べる対象。',
  valuesConfig: {
    STAFF: { description: '職員。' },
    SIGN_IN: { description: '一回のサインイン。' },
    DISPLAY: { description: '会場の画面。' },
    SESSION: { description: '会議。' },
  },
});

export const SubjectKind = { PERSON: 'PERSON', CASE: 'CASE', HOUSEHOLD: 'HOUSEHOLD' } as const;
export type SubjectKind = keyof typeof SubjectKind;
registerEnumType(SubjectKind, {
  name: 'SubjectKind',
  description: '記録の持ち主。',
  valuesConfig: { PERSON: { description: '本人。' }, CASE: { description: '事例。' }, HOUSEHOLD: { description: '世帯。' } },
});
