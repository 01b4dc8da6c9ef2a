import { registerEnumType } from 'type-graphql';

/** How far a 生活福祉資金 has come. */
export const LoanStatus = { CONSULTED: 'CONSULTED', APPLIED: 'APPLIED', LENT: 'LENT', REPAID: 'REPAID', DECLINED: 'DECLINED' } as const;
export type LoanStatus = keyof typeof LoanStatus;

registerEnumType(LoanStatus, {
  name: 'LoanStatus',
  description: '生活福祉資金の状態。',
  valuesConfig: {
    CONSULTED: { description: '相談を受けた。' },
    APPLIED: { description: '申請した。' },
    LENT: { description: '貸し付けた。' },
    REPAID: { description: '返し終えた。' },
    DECLINED: { description: '貸し付けなかった。' },
  },
});
