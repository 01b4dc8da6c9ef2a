import type { SceneTeller } from './scene';

/** ごみ屋敷 with dementia, alone. */
const hoardedHouse: SceneTeller = (c) => ({
  key: 'hoarded-house',
  district: '日下部',
  composition: '高齢者の一人暮らし',
  members: [{ key: 'self', name: '古井戸坂 ヨシ', kana: 'フルイドザカ ヨシ', relationship: '本人', sex: 'FEMALE', age: 81 }],
  cases: [
    {
      key: 'hoarded-house',
      who: 'self',
      window: 'houkatsu',
      with: ['council', 'connection'],
      openedOn: c.ago(150),
      stage: 'ACTIVE',
      topics: ['ごみ・片付け', '認知症', '孤独・孤立', '地域との関係'],
      summary: '物が積み上がり、火の始末が心配される。近所はこれまで何度も声をかけてきた。本人は猫と静かに暮らしたいと話す。',
      talks: [
        {
          who: 'self',
          window: 'houkatsu',
          on: c.ago(150),
          route: '民生委員からの連絡',
          topics: ['ごみ・片付け', '認知症'],
          note: '居間の通り道が一人分だけ残る。猫の話になるとよく笑う。',
          isNew: true,
          urgency: 'SOON',
        },
        {
          who: 'self',
          window: 'shakyo',
          on: c.ago(120),
          route: '訪問',
          topics: ['孤独・孤立'],
          note: '見守り訪問を受け入れる。お茶を出してくれた。',
          isNew: true,
        },
      ],
      consents: [{ givenOn: c.ago(100), receivers: ['elderly-care', 'council', 'connection'], form: 'ORAL_WITNESSED' }],
      conferences: [['JUSOTEKI_CASE', c.ago(95)]],
      plan: { state: 'ACTIVE', nextMonitoringOn: c.ahead(12), goals: ['猫と一緒に安全に暮らす', '寝る場所と通り道を片付ける'] },
    },
  ],
});

/** Found by 栄養パトロール, taken to コネクト会議, connected: one of the year's count. */
const lowNutrition: SceneTeller = (c) => ({
  key: 'low-nutrition',
  district: '諏訪',
  composition: '高齢者の一人暮らし',
  members: [{ key: 'self', name: '麦畑坂 茂吉', kana: 'ムギハタザカ モキチ', relationship: '本人', sex: 'MALE', age: 77 }],
  cases: [
    {
      key: 'low-nutrition',
      who: 'self',
      window: 'houkatsu',
      with: ['council'],
      openedOn: c.on('R7', 11, 20),
      stage: 'SINGLE_AGENCY',
      topics: ['食べるもの', '孤独・孤立', '病気・健康'],
      summary: '妻を見送ってから食事が一日一度になり、体重が減っていた。釣りが好きで、料理を覚えたい気持ちがある。',
      talks: [
        {
          who: 'self',
          window: 'houkatsu',
          on: c.on('R7', 11, 20),
          route: '関係機関からの紹介',
          topics: ['食べるもの', '病気・健康'],
          note: '管理栄養士と一緒に訪問。見守り配食を始める。',
          isNew: true,
          isolation: true,
        },
        {
          who: 'self',
          window: 'shakyo',
          on: c.on('R7', 12, 8),
          route: '来所',
          topics: ['孤独・孤立'],
          note: '男の料理教室を案内。次の回を予約した。',
          isNew: true,
        },
      ],
    },
  ],
});

export const elderScenes: readonly SceneTeller[] = [hoardedHouse, lowNutrition];
