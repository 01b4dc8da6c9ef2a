import { registerEnumType } from 'type-graphql';

/** What a printed cell is (実施計画 III). */
export const CellKind = { ACTUAL: 'ACTUAL', EXPECTED: 'EXPECTED', FORECAST: 'FORECAST', TARGET: 'TARGET' } as const;
export type CellKind = keyof typeof CellKind;

registerEnumType(CellKind, {
  name: 'CellKind',
  description: '計画の値の種類。',
  valuesConfig: {
    ACTUAL: { description: '実績値（R6）。' },
    EXPECTED: { description: '見込み（R7、かっこ書き）。' },
    FORECAST: { description: '見込み値（参考値の指標のR8〜R12）。' },
    TARGET: { description: '目標値（R8〜R12）。' },
  },
});
