import type { SceneTeller } from './scene';

/** DV: mother and children under 支援措置. The other party is known to another window. */
const shelterMother: SceneTeller = (c) => ({
  key: 'shelter-mother',
  district: '後屋敷',
  composition: 'ひとり親と子',
  members: (['mother', 'older', 'younger'] as const).map((key, index) => ({
    key,
    name: ['椿ヶ原 文', '椿ヶ原 玲', '椿ヶ原 奏'][index] ?? '',
    kana: ['ツバキガハラ アヤ', 'ツバキガハラ レイ', 'ツバキガハラ カナデ'][index] ?? '',
    relationship: index === 0 ? '母' : '子',
    sex: index === 2 ? 'MALE' : 'FEMALE',
    age: [34, 6, 3][index] ?? 0,
    since: c.ago(190),
    protection: { kind: 'DV等支援措置', holders: ['children', 'connection'] as const, since: c.ago(190) },
  })),
  cases: [
    {
      key: 'shelter-mother',
      who: 'mother',
      window: 'kodomo-katei',
      with: ['connection'],
      openedOn: c.ago(200),
      stage: 'ACTIVE',
      topics: ['DV・虐待', '住まい', '子育て', '仕事'],
      summary: '避難先から新しい住まいに移り、子どもの登園が始まった。連絡先と居所は限られた担当だけが扱う。',
      talks: [
        {
          who: 'older',
          window: 'kodomo-katei',
          on: c.ago(200),
          route: '電話',
          topics: ['DV・虐待'],
          note: '安全な連絡方法を確認。電話は平日の午前のみ。',
          isNew: true,
          urgency: 'IMMEDIATE',
        },
        {
          who: 'mother',
          window: 'kodomo-katei',
          on: c.ago(90),
          route: '来所',
          topics: ['住まい', '子育て'],
          note: '新しい園に慣れた。夜に眠れる日が増えたとのこと。',
        },
      ],
      consents: [{ givenOn: c.ago(180), receivers: ['children', 'connection'] }],
      conferences: [['JUSOTEKI_CASE', c.ago(175)]],
      plan: { state: 'ACTIVE', nextMonitoringOn: c.ahead(40), goals: ['親子で安心して眠れる毎日', '午前中の仕事を見つける'] },
    },
  ],
});

/** The other party: a client of 生活相談支援センター, whose worker must not learn where they went. */
const otherParty: SceneTeller = (c) => ({
  key: 'other-party',
  district: '八幡',
  composition: '一人暮らし',
  members: [
    { key: 'self', name: '風越原 剛', kana: 'カゼコシハラ ツヨシ', relationship: '本人', sex: 'MALE', age: 38, traits: ['hardship'] },
  ],
  former: [
    { scene: 'shelter-mother', who: 'mother', relationship: '妻', until: c.ago(205) },
    { scene: 'shelter-mother', who: 'older', relationship: '子', until: c.ago(205) },
    { scene: 'shelter-mother', who: 'younger', relationship: '子', until: c.ago(205) },
  ],
  cases: [
    {
      key: 'other-party',
      who: 'self',
      window: 'seikatsu-sodan',
      with: [],
      openedOn: c.ago(140),
      stage: 'SINGLE_AGENCY',
      topics: ['債務', '仕事', '家族との関係'],
      summary: '失職と借入で生活費が足りない。仕事を探している。',
      talks: [
        {
          who: 'self',
          window: 'seikatsu-sodan',
          on: c.ago(140),
          route: '来所',
          topics: ['債務', '仕事'],
          note: '以前の家族の居所を尋ねられたが、答えられないと伝えた。',
          isNew: true,
        },
      ],
    },
  ],
});

export const protectedScenes: readonly SceneTeller[] = [shelterMother, otherParty];
