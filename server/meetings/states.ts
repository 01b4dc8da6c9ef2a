import { registerEnumType } from 'type-graphql';
import { type ConferenceKind, conferenceKinds } from '#server/access/conference-profile';
import { kindsInOrder } from './kinds/registry';

export const SessionStatus = { PREPARING: 'PREPARING', OPEN: 'OPEN', CLOSED: 'CLOSED' } as const;
export type SessionStatus = keyof typeof SessionStatus;
registerEnumType(SessionStatus, {
  name: 'SessionStatus',
  description: '会議の状態。',
  valuesConfig: {
    PREPARING: { description: '準備中。' },
    OPEN: { description: '開会中。' },
    CLOSED: { description: '閉会。' },
  },
});

export const AgendaKind = { CARD: 'CARD', ISSUE: 'ISSUE' } as const;
export type AgendaKind = keyof typeof AgendaKind;
registerEnumType(AgendaKind, {
  name: 'AgendaKind',
  description: '議題の種類。',
  valuesConfig: { CARD: { description: '事例カード。' }, ISSUE: { description: '地域課題。' } },
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

export const CardState = { DRAFT: 'DRAFT', APPROVED: 'APPROVED', RETURNED: 'RETURNED' } as const;
export type CardState = keyof typeof CardState;
registerEnumType(CardState, {
  name: 'CardState',
  description: '事例カードの承認の状態。',
  valuesConfig: {
    DRAFT: { description: '下書き。' },
    APPROVED: { description: '別の人が確かめて承認した。' },
    RETURNED: { description: '取り下げた。' },
  },
});

export const ActionStatus = { OPEN: 'OPEN', DONE: 'DONE' } as const;
export type ActionStatus = keyof typeof ActionStatus;
registerEnumType(ActionStatus, {
  name: 'ActionStatus',
  description: '次にやることの状態。',
  valuesConfig: { OPEN: { description: 'これから。' }, DONE: { description: '済み。' } },
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
