import { addDays, addYears, type TownCalendar } from '../calendar';
import type { WindowKey } from '../windows';
import type { Scene, SceneMember, SceneTeller } from './scene';

type Alone = Pick<SceneMember, 'name' | 'kana' | 'sex' | 'age'> & Partial<SceneMember>;

/** Somebody alone with one small matter: enough where only the person is of interest. */
function alone(
  c: TownCalendar,
  key: string,
  district: string,
  person: Alone,
  window: WindowKey,
  more: Partial<Scene['cases'][number]> = {},
): Scene {
  return {
    key,
    district,
    composition: '一人暮らし',
    members: [{ key: 'self', relationship: '本人', ...person }],
    cases: [
      {
        key,
        who: 'self',
        window,
        with: [],
        openedOn: c.ago(70),
        stage: 'SINGLE_AGENCY',
        topics: ['孤独・孤立'],
        summary: '暮らしの見守りを続けている。',
        talks: [
          {
            who: 'self',
            window,
            on: c.ago(70),
            route: '来所',
            topics: ['孤独・孤立'],
            note: '話を聴き、次に会う日を決めた。',
            isNew: true,
          },
        ],
        ...more,
      },
    ],
  };
}

/** Turns 18 in three days: the consent of the parents will no longer do. */
const comingOfAge: SceneTeller = (c) => ({
  key: 'coming-of-age',
  district: '加納岩',
  composition: 'ひとり親と子',
  members: [
    { key: 'father', name: '柿ノ平 守', kana: 'カキノダイラ マモル', relationship: '父', sex: 'MALE', age: 50 },
    {
      key: 'self',
      name: '柿ノ平 新',
      kana: 'カキノダイラ アラタ',
      relationship: '子',
      sex: 'MALE',
      age: 17,
      bornOn: addYears(addDays(c.anchor, 3), -18),
    },
  ],
  cases: [
    {
      key: 'coming-of-age',
      who: 'self',
      window: 'kodomo-katei',
      with: ['livelihood', 'connection'],
      openedOn: c.ago(100),
      stage: 'ACTIVE',
      topics: ['不登校', '仕事', '家族との関係'],
      summary: '高校を離れ、働く準備をしている。まもなく18歳になり、本人の同意を取り直す必要がある。',
      talks: [
        {
          who: 'self',
          window: 'kodomo-katei',
          on: c.ago(100),
          route: '来所',
          topics: ['不登校', '仕事'],
          note: '自動車の整備に関心がある。',
          isNew: true,
        },
      ],
      consents: [{ givenOn: c.ago(80), receivers: ['children', 'livelihood', 'connection'], giver: 'REPRESENTATIVE' }],
      conferences: [['JUSOTEKI_CASE', c.ago(75)]],
      plan: { state: 'ACTIVE', nextMonitoringOn: c.ahead(14), goals: ['手に職をつける', '見習いの体験に三日通う'] },
    },
  ],
});

/** A case before the next conference whose person is kin of somebody at the table (利益相反): the son bears the name of a member of staff. */
const kinOfStaff: SceneTeller = (c) => ({
  key: 'kin-of-staff',
  district: '岩手',
  composition: '高齢の親と子',
  members: [
    { key: 'mother', name: '輪ノ原 ふみ', kana: 'ワノハラ フミ', relationship: '母', sex: 'FEMALE', age: 83 },
    { key: 'son', name: '輪ノ原 つどい', kana: 'ワノハラ ツドイ', relationship: '子', sex: 'MALE', age: 52 },
  ],
  cases: [
    {
      key: 'kin-of-staff',
      who: 'mother',
      window: 'houkatsu',
      with: ['council', 'connection'],
      openedOn: c.ago(45),
      stage: 'ASSESSING',
      topics: ['介護', '権利擁護', '家族との関係'],
      summary: 'お金の管理に不安がある。子は社会福祉協議会の職員であり、席を外す必要がある。',
      talks: [
        {
          who: 'mother',
          window: 'houkatsu',
          on: c.ago(45),
          route: '電話',
          topics: ['権利擁護'],
          note: '子に知られずに相談したい部分があるとのこと。',
          isNew: true,
        },
      ],
      consents: [{ givenOn: c.ago(9), receivers: ['elderly-care', 'council', 'connection'] }],
      conferences: [['JUSOTEKI_CASE', 'next']],
    },
  ],
});

/** Same name, same birthday, two people. */
const namesake = (c: TownCalendar) =>
  ({ name: '梅ノ内 和子', kana: 'ウメノウチ カズコ', sex: 'FEMALE', age: 79, bornOn: addDays(addYears(c.anchor, -79), -100) }) as const;

export const edgeScenes: readonly SceneTeller[] = [
  comingOfAge,
  kinOfStaff,
  (c) => alone(c, 'namesake-1', '加納岩', namesake(c), 'houkatsu'),
  (c) => alone(c, 'namesake-2', '日川', namesake(c), 'houkatsu'),
  (c) =>
    alone(c, 'deceased', '中牧', { name: '白根原 キク', kana: 'シラネハラ キク', sex: 'FEMALE', age: 88, diedOn: c.ago(30) }, 'houkatsu', {
      stage: 'CLOSED',
      closedOn: c.ago(29),
      openedOn: c.ago(210),
      talks: [],
    }),
  (c) =>
    alone(
      c,
      'moved-away',
      '後屋敷',
      { name: '燕ヶ原 旅', kana: 'ツバメガハラ タビ', sex: 'MALE', age: 41, movedOutOn: c.ago(20), traits: ['hardship'] },
      'seikatsu-sodan',
      { stage: 'CLOSED', closedOn: c.ago(20) },
    ),
  (c) => alone(c, 'rare-characters-1', '日下部', { name: '磯﨑野 髙', kana: 'イソザキノ タカシ', sex: 'MALE', age: 72 }, 'houkatsu'),
  (c) => alone(c, 'rare-characters-2', '山梨', { name: '𠮷葉原 𩸽', kana: 'ヨシバハラ ホッケ', sex: 'UNSTATED', age: 68 }, 'houkatsu'),
  (c) =>
    alone(c, 'lone-cell', '三富', { name: '雲居原 ソノ', kana: 'クモイハラ ソノ', sex: 'FEMALE', age: 66 }, 'shakyo', {
      topics: ['外国籍・言葉'],
      talks: [
        {
          who: 'self',
          window: 'shakyo',
          on: c.ago(33),
          route: '来所',
          topics: ['外国籍・言葉'],
          note: 'この地区でこの相談は一人だけである。',
          isNew: true,
        },
      ],
    }),
];
