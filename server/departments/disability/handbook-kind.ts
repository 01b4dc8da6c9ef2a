import { registerEnumType } from 'type-graphql';

/** Which of the three 障害者手帳. */
export const HandbookKind = { PHYSICAL: 'PHYSICAL', INTELLECTUAL: 'INTELLECTUAL', MENTAL: 'MENTAL' } as const;
export type HandbookKind = keyof typeof HandbookKind;

registerEnumType(HandbookKind, {
  name: 'HandbookKind',
  description: '障害者手帳の種類。',
  valuesConfig: {
    PHYSICAL: { description: '身体障害者手帳。' },
    INTELLECTUAL: { description: '療育手帳。' },
    MENTAL: { description: '精神障害者保健福祉手帳。' },
  },
});
