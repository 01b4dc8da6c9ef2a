import { addDays } from '../calendar';
import type { SceneTeller } from './scene';

/** ヤングケアラー; the mother's illness is not hers to tell. */
const youngCarer: SceneTeller = (c) => ({
  key: 'young-carer',
  district: '山梨',
  composition: 'ひとり親と子',
  members: [
    { key: 'mother', name: '虹ノ原 小夜', kana: 'ニジノハラ サヨ', relationship: '母', sex: 'FEMALE', age: 43, traits: ['disability'] },
    { key: 'daughter', name: '虹ノ原 凪', kana: 'ニジノハラ ナギ', relationship: '子', sex: 'FEMALE', age: 15 },
    { key: 'brother', name: '虹ノ原 律', kana: 'ニジノハラ リツ', relationship: '子', sex: 'MALE', age: 8 },
  ],
  cases: [
    {
      key: 'young-carer',
      who: 'daughter',
      window: 'kodomo-katei',
      with: ['disability', 'connection'],
      openedOn: c.ago(80),
      stage: 'PLAN_DRAFT',
      topics: ['ヤングケアラー', 'こころ', '子育て', '不登校'],
      summary: '母の体調に合わせて家事と弟の世話を担っている。高校に進みたい気持ちと、家を離れられない気持ちの間にいる。',
      talks: [
        {
          who: 'daughter',
          window: 'kodomo-katei',
          on: c.ago(80),
          route: '関係機関からの紹介',
          topics: ['ヤングケアラー', '不登校'],
          note: '保健室で話す。「お母さんを悪く言わないで」と最初に言った。',
          isNew: true,
          urgency: 'SOON',
        },
        {
          who: 'mother',
          window: 'kikan',
          on: c.ago(62),
          route: '訪問',
          topics: ['こころ', '障害'],
          note: '調子のよい日は料理ができる。ヘルパーの利用に前向き。',
          isNew: true,
        },
        {
          who: 'daughter',
          window: 'kodomo-katei',
          on: c.ago(25),
          route: '来所',
          topics: ['ヤングケアラー'],
          note: '学習会に一度行けた。帰りの時間を母が心配する。',
        },
      ],
      consents: [
        { givenOn: c.ago(20), receivers: ['children', 'disability', 'connection'], giver: 'REPRESENTATIVE' },
        { by: 'mother', givenOn: c.ago(20), receivers: ['children', 'disability', 'connection'] },
      ],
      conferences: [['JUSOTEKI_CASE', 'next']],
      plan: { state: 'DRAFT', nextMonitoringOn: null, goals: ['高校で好きなことを学ぶ', '週に二日、自分の時間を持つ'] },
    },
  ],
});

/** ダブルケア: a baby and a mother-in-law. */
const doubleCare: SceneTeller = (c) => ({
  key: 'double-care',
  district: '日川',
  composition: '三世代',
  members: [
    { key: 'grandmother', name: '栗ヶ原 初枝', kana: 'クリガハラ ハツエ', relationship: '祖母', sex: 'FEMALE', age: 79 },
    { key: 'mother', name: '栗ヶ原 瞳', kana: 'クリガハラ ヒトミ', relationship: '母', sex: 'FEMALE', age: 41 },
    { key: 'child', name: '栗ヶ原 結', kana: 'クリガハラ ユイ', relationship: '子', sex: 'FEMALE', age: 2 },
  ],
  cases: [
    {
      key: 'double-care',
      who: 'mother',
      window: 'kodomo-katei',
      with: ['elderly-care', 'connection'],
      openedOn: c.ago(120),
      stage: 'ACTIVE',
      topics: ['子育て', '介護', '家族との関係', '仕事'],
      summary: '幼い子の世話と義母の介護が同じ時期に重なった。母は仕事を続けたいと願っている。',
      talks: [
        {
          who: 'mother',
          window: 'kodomo-katei',
          on: c.ago(120),
          route: '来所',
          topics: ['子育て', '介護'],
          note: '「どちらも中途半端」と話す。休む時間がない。',
          isNew: true,
        },
        {
          who: 'grandmother',
          window: 'houkatsu',
          on: c.ago(110),
          route: '電話',
          topics: ['介護', '認知症'],
          note: '日中に一人になる時間が長い。通所の見学を手配。',
          isNew: true,
        },
      ],
      consents: [{ givenOn: c.ago(80), receivers: ['children', 'elderly-care', 'connection'] }],
      conferences: [['JUSOTEKI_CASE', c.ago(75)]],
      plan: { state: 'ACTIVE', nextMonitoringOn: c.ahead(18), goals: ['母が仕事と家族の両方を大切にできる', '週に半日、休む時間をつくる'] },
    },
  ],
});

/** A family from abroad with two small children. A long name in kana. */
const foreignFamily: SceneTeller = (c) => ({
  key: 'foreign-family',
  district: '山梨',
  composition: '夫婦と子',
  members: [
    {
      key: 'father',
      name: 'ソラリオ・ヴェルデッティ マルコアントニオ',
      kana: 'ソラリオ・ヴェルデッティ マルコアントニオ',
      relationship: '父',
      sex: 'MALE',
      age: 36,
    },
    {
      key: 'mother',
      name: 'ソラリオ・ヴェルデッティ エスペランサマリア',
      kana: 'ソラリオ・ヴェルデッティ エスペランサマリア',
      relationship: '母',
      sex: 'FEMALE',
      age: 33,
    },
    {
      key: 'child',
      name: 'ソラリオ・ヴェルデッティ ルミナ',
      kana: 'ソラリオ・ヴェルデッティ ルミナ',
      relationship: '子',
      sex: 'FEMALE',
      age: 4,
    },
    {
      key: 'baby',
      name: 'ソラリオ・ヴェルデッティ ノエル',
      kana: 'ソラリオ・ヴェルデッティ ノエル',
      relationship: '子',
      sex: 'MALE',
      age: 0,
      bornOn: addDays(c.anchor, -240),
    },
  ],
  cases: [
    {
      key: 'foreign-family',
      who: 'mother',
      window: 'kodomo-katei',
      with: [],
      openedOn: c.ago(55),
      stage: 'SINGLE_AGENCY',
      topics: ['外国籍・言葉', '子育て', '収入・生活費'],
      summary: '園からの手紙が読めず、健診を受けそびれていた。父の仕事は夜勤が多く、母が一人で過ごす時間が長い。',
      talks: [
        {
          who: 'baby',
          window: 'tachi-yamanashi',
          on: c.ago(58),
          route: '来所',
          topics: ['子育て', '外国籍・言葉'],
          note: '広場で泣いている母に声をかけた。翻訳機で話す。',
          isNew: true,
        },
        {
          who: 'mother',
          window: 'kodomo-katei',
          on: c.ago(55),
          route: '関係機関からの紹介',
          topics: ['外国籍・言葉', '子育て'],
          note: '健診の予約を一緒にとる。やさしい日本語で十分に通じる。',
          isNew: true,
        },
      ],
    },
  ],
});

/** A child who needs medical care; the consent leaves out 社協. */
const medicalCare: SceneTeller = (c) => ({
  key: 'medical-care-child',
  district: '後屋敷',
  composition: '夫婦と子',
  members: [
    { key: 'father', name: '雪解原 遼', kana: 'ユキゲハラ リョウ', relationship: '父', sex: 'MALE', age: 38 },
    { key: 'mother', name: '雪解原 雫', kana: 'ユキゲハラ シズク', relationship: '母', sex: 'FEMALE', age: 37 },
    { key: 'child', name: '雪解原 灯', kana: 'ユキゲハラ アカリ', relationship: '子', sex: 'FEMALE', age: 5, traits: ['disability'] },
  ],
  cases: [
    {
      key: 'medical-care-child',
      who: 'child',
      window: 'kodomo-katei',
      with: ['disability', 'council', 'connection'],
      openedOn: c.ago(130),
      stage: 'MONITORING',
      topics: ['障害', '子育て', '病気・健康'],
      summary: '吸引などの医療的ケアを家で続けている。春の就学に向けて学校と準備したい。母の睡眠が足りない。',
      talks: [
        {
          who: 'child',
          window: 'kodomo-katei',
          on: c.ago(130),
          route: '来所',
          topics: ['障害', '子育て'],
          note: '夜の吸引が3時間おき。短期入所の空きを待っている。',
          isNew: true,
        },
        {
          who: 'child',
          window: 'sodan-jigyosho',
          on: c.ago(115),
          route: '訪問',
          topics: ['障害'],
          note: '訪問看護と日程を合わせた。音楽が好き。',
          isNew: true,
        },
      ],
      consents: [
        {
          givenOn: c.ago(105),
          receivers: ['children', 'disability', 'connection'],
          exclusions: ['council'],
          condition: '近所の人には知られたくない。',
          giver: 'REPRESENTATIVE',
        },
      ],
      conferences: [['JUSOTEKI_CASE', c.ago(100)]],
      plan: {
        state: 'MONITORING',
        nextMonitoringOn: c.ahead(25),
        goals: ['地域の学校へ安心して通う', '月に二回、母が夜に眠れる日をつくる'],
      },
    },
  ],
});

export const familyScenes: readonly SceneTeller[] = [youngCarer, doubleCare, foreignFamily, medicalCare];
