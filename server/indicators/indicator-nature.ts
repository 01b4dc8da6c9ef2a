import { registerEnumType } from 'type-graphql';

/** A reference value is a forecast of capacity: it has no good or bad. */
export const IndicatorNature = { REFERENCE: 'REFERENCE', TARGET: 'TARGET' } as const;
export type IndicatorNature = keyof typeof IndicatorNature;

registerEnumType(IndicatorNature, {
  name: 'IndicatorNature',
  description: '指標の性質。',
  valuesConfig: {
    REFERENCE: { description: '参考値。相談を受けられる体制の見込みで、良し悪しの色を付けない（指標1〜6）。' },
    TARGET: { description: '目標値（指標7〜18）。' },
  },
});
