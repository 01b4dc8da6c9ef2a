import type { SceneTeller } from './scene';

/** Withdrawn for years, met by an outreach worker, then farming, then work: one of each of R7's counts. */
const farmToWork: SceneTeller = (c) => ({
  key: 'farm-to-work',
  district: '八幡',
  composition: '親と成人の子',
  members: [
    { key: 'mother', name: '若草原 栞', kana: 'ワカクサハラ シオリ', relationship: '母', sex: 'FEMALE', age: 56 },
    { key: 'self', name: '若草原 歩', kana: 'ワカクサハラ アユム', relationship: '子', sex: 'MALE', age: 27, traits: ['withdrawn'] },
  ],
  cases: [
    {
      key: 'farm-to-work',
      who: 'self',
      window: 'connection',
      with: ['livelihood'],
      openedOn: c.on('R7', 6, 10),
      stage: 'MONITORING',
      topics: ['ひきこもり', '仕事', '孤独・孤立'],
      summary: '学校を離れてから家で過ごしてきた。手紙のやりとりから始まり、農業体験を経て清掃の仕事に通っている。',
      talks: [
        {
          who: 'self',
          window: 'connection',
          on: c.on('R7', 6, 10),
          route: '訪問',
          topics: ['ひきこもり', '孤独・孤立'],
          note: '支援員と初めて会う。好きなゲームの話で1時間。',
          isNew: true,
          isolation: true,
        },
        {
          who: 'self',
          window: 'connection',
          on: c.on('R7', 10, 2),
          route: '来所',
          topics: ['仕事'],
          note: '畑に5回通えた。「朝の空気がいい」と話す。',
        },
        {
          who: 'self',
          window: 'seikatsu-sodan',
          on: c.on('R7', 12, 3),
          route: '来所',
          topics: ['仕事'],
          note: '週2日、2時間の清掃から始めることを自分で決めた。',
          isNew: true,
        },
      ],
      consents: [{ givenOn: c.on('R7', 6, 16), receivers: ['connection', 'livelihood'], until: c.ahead(400) }],
      conferences: [
        ['JUSOTEKI_CASE', c.on('R7', 6, 20)],
        ['JUSOTEKI_CASE', c.on('R7', 12, 10)],
      ],
      plan: { state: 'MONITORING', nextMonitoringOn: c.ahead(45), goals: ['自分のペースで働き続ける', '週に二日、同じ時間に家を出る'] },
    },
  ],
});

/** 多重債務 and arrears; the consent was withdrawn in the middle of a conference. */
const manyDebts: SceneTeller = (c) => ({
  key: 'many-debts',
  district: '加納岩',
  composition: '一人暮らし',
  members: [
    { key: 'self', name: '初狩原 亮', kana: 'ハツカリハラ リョウ', relationship: '本人', sex: 'MALE', age: 49, traits: ['hardship'] },
  ],
  cases: [
    {
      key: 'many-debts',
      who: 'self',
      window: 'seikatsu-sodan',
      with: ['council'],
      openedOn: c.ago(170),
      stage: 'SINGLE_AGENCY',
      topics: ['債務', '税・公共料金', '収入・生活費', '仕事'],
      summary: '複数の借入と税の滞納がある。会議の途中で本人が共有をやめたいと申し出た。窓口の支援は続いている。',
      talks: [
        {
          who: 'self',
          window: 'seikatsu-sodan',
          on: c.ago(170),
          route: '来所',
          topics: ['債務', '税・公共料金'],
          note: '封筒を袋のまま持参。一緒に開けて一覧にした。',
          isNew: true,
        },
        {
          who: 'self',
          window: 'shakyo',
          on: c.ago(150),
          route: '来所',
          topics: ['収入・生活費'],
          note: '緊急の食料を渡す。貸付は今回は見送り。',
          isNew: true,
        },
      ],
      consents: [{ givenOn: c.ago(140), receivers: ['livelihood', 'council', 'connection'], withdrawnAt: `${c.ago(60)}T14:20:00+09:00` }],
      conferences: [['JUSOTEKI_CASE', c.ago(135)]],
    },
  ],
});

/** Out of prison and without a home; now in a place of one's own. */
const releasedHomeless: SceneTeller = (c) => ({
  key: 'released-homeless',
  district: '日下部',
  composition: '一人暮らし',
  members: [
    { key: 'self', name: '橋詰沢 渉', kana: 'ハシヅメザワ ワタル', relationship: '本人', sex: 'MALE', age: 58, traits: ['hardship'] },
  ],
  cases: [
    {
      key: 'released-homeless',
      who: 'self',
      window: 'seikatsu-sodan',
      with: ['council', 'connection'],
      openedOn: c.ago(110),
      stage: 'ACTIVE',
      topics: ['住まい', '収入・生活費', '孤独・孤立', '仕事'],
      summary: '出所後に帰る家がなく、一時的な宿から見守り付きの住まいに移った。大工の経験があり、手仕事を好む。',
      talks: [
        {
          who: 'self',
          window: 'seikatsu-sodan',
          on: c.ago(110),
          route: '来所',
          topics: ['住まい', '収入・生活費'],
          note: '所持金は数百円。今夜の宿を手配した。',
          isNew: true,
          urgency: 'IMMEDIATE',
          isolation: true,
        },
        {
          who: 'self',
          window: 'seikatsu-sodan',
          on: c.ago(50),
          route: '訪問',
          topics: ['仕事'],
          note: '椅子の修理を近所に頼まれ、うれしそうに話す。',
        },
      ],
      consents: [{ givenOn: c.ago(85), receivers: ['livelihood', 'council', 'connection'], classes: ['identity', 'sensitive'] }],
      conferences: [
        ['SHIEN_KAIGI', c.ago(105)],
        ['JUSOTEKI_CASE', c.ago(80)],
      ],
      plan: { state: 'ACTIVE', nextMonitoringOn: c.ahead(10), goals: ['自分の部屋で落ち着いて暮らす', '週に一度、誰かと食卓を囲む'] },
    },
  ],
});

export const singleScenes: readonly SceneTeller[] = [farmToWork, manyDebts, releasedHomeless];
