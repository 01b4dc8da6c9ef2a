import { registerEnumType } from 'type-graphql';

/** Whether a service takes people on. */
export const Vacancy = { OPEN: 'OPEN', FEW: 'FEW', FULL: 'FULL', ASK: 'ASK' } as const;
export type Vacancy = keyof typeof Vacancy;

registerEnumType(Vacancy, {
  name: 'Vacancy',
  description: '受け入れの状況。',
  valuesConfig: {
    OPEN: { description: '空きがある。' },
    FEW: { description: '残りわずか。' },
    FULL: { description: '空きがない。' },
    ASK: { description: '窓口に問い合わせる。' },
  },
});
