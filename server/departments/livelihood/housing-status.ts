import { registerEnumType } from 'type-graphql';

/** How safely somebody is housed. */
export const HousingStatus = { STABLE: 'STABLE', ARREARS: 'ARREARS', EVICTION: 'EVICTION', NONE: 'NONE' } as const;
export type HousingStatus = keyof typeof HousingStatus;

registerEnumType(HousingStatus, {
  name: 'HousingStatus',
  description: '住まいの状況。',
  valuesConfig: {
    STABLE: { description: '安定している。' },
    ARREARS: { description: '家賃などの滞納がある。' },
    EVICTION: { description: '立ち退きを求められている。' },
    NONE: { description: '住まいがない。' },
  },
});
