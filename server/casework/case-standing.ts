import { registerEnumType } from 'type-graphql';

/** How the viewer stands to a case. */
export const CaseStanding = { OWN: 'OWN', HEARD: 'HEARD', CONSENTED: 'CONSENTED', EMERGENCY: 'EMERGENCY' } as const;
export type CaseStanding = keyof typeof CaseStanding;

registerEnumType(CaseStanding, {
  name: 'CaseStanding',
  description: '事例に対する、見ている人の立場。',
  valuesConfig: {
    OWN: { description: '自分の担当が支援している。' },
    HEARD: { description: 'いま席に着いている支援会議で扱っている（社会福祉法106条の6）。' },
    CONSENTED: { description: '本人の同意により共有されている。' },
    EMERGENCY: { description: '緊急閲覧で、いまだけ開いている。' },
  },
});
