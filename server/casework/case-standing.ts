import { registerEnumType } from 'type-graphql';

/** How the viewer stands to a case. */
export const CaseStanding = { OWN: 'OWN', CONSENTED: 'CONSENTED' } as const;
export type CaseStanding = keyof typeof CaseStanding;

registerEnumType(CaseStanding, {
  name: 'CaseStanding',
  description: '事例に対する、見ている人の立場。',
  valuesConfig: {
    OWN: { description: '自分の担当が支援している。' },
    CONSENTED: { description: '本人の同意により共有されている。' },
  },
});
