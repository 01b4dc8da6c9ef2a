import type { SceneTeller } from './scene';

/** 8050 with debts: both consent, to everyone but 障害 and 子ども. */
const eightyFifty: SceneTeller = (c) => ({
  key: 'eighty-fifty',
  district: '加納岩',
  composition: '高齢の親と子',
  members: [
    { key: 'mother', name: '梨ノ木坂 トミ', kana: 'ナシノキザカ トミ', relationship: '母', sex: 'FEMALE', age: 82 },
    {
      key: 'son',
      name: '梨ノ木坂 浩',
      kana: 'ナシノキザカ ヒロシ',
      relationship: '子',
      sex: 'MALE',
      age: 54,
      traits: ['withdrawn', 'hardship'],
    },
  ],
  cases: [
    {
      key: 'eighty-fifty',
      who: 'son',
      window: 'seikatsu-sodan',
      with: ['elderly-care', 'council', 'connection'],
      openedOn: c.ago(230),
      stage: 'MONITORING',
      topics: ['ひきこもり', '債務', '介護', '収入・生活費', '家族との関係'],
      summary: '母の介護が必要になり、長く家で過ごしてきた子の暮らしとお金の見通しが立たない。二人とも今の家で暮らしたいと願っている。',
      talks: [
        {
          who: 'mother',
          window: 'houkatsu',
          on: c.ago(240),
          route: '民生委員からの連絡',
          topics: ['介護', '家族との関係'],
          note: '転倒が続く。子のことを誰にも話してこなかったと涙ぐむ。',
          isNew: true,
          urgency: 'SOON',
        },
        {
          who: 'son',
          window: 'seikatsu-sodan',
          on: c.ago(230),
          route: '訪問',
          topics: ['債務', 'ひきこもり'],
          note: '玄関先で10分話せた。返済の督促の封筒を預かる。',
          isNew: true,
          isolation: true,
        },
        {
          who: 'son',
          window: 'seikatsu-sodan',
          on: c.ago(160),
          route: '訪問',
          topics: ['債務'],
          note: '法律相談に同行。任意整理の見通しを聞き、表情がゆるむ。',
        },
        {
          who: 'mother',
          window: 'houkatsu',
          on: c.ago(60),
          route: '電話',
          topics: ['介護'],
          note: '週2回の通所に慣れた。子が送り出しをしている。',
        },
      ],
      consents: [
        { givenOn: c.ago(205), receivers: ['livelihood', 'elderly-care', 'council', 'connection'] },
        { by: 'mother', givenOn: c.ago(205), receivers: ['livelihood', 'elderly-care', 'council', 'connection'] },
      ],
      conferences: [
        ['JUSOTEKI_CASE', c.ago(200)],
        ['JUSOTEKI_CASE', c.ago(90)],
        ['JUSOTEKI_CASE', 'next'],
      ],
      plan: { state: 'MONITORING', nextMonitoringOn: c.ahead(20), goals: ['二人が安心して今の家で暮らす', '子が月に二回、畑の作業に通う'] },
    },
  ],
});

/** 老障介護: a father growing old and a son with a disability; the consent has run out. */
const agingCarer: SceneTeller = (c) => ({
  key: 'aging-carer',
  district: '八幡',
  composition: '高齢の親と子',
  members: [
    { key: 'father', name: '石臼原 三郎', kana: 'イシウスハラ サブロウ', relationship: '父', sex: 'MALE', age: 78 },
    { key: 'son', name: '石臼原 光', kana: 'イシウスハラ ヒカル', relationship: '子', sex: 'MALE', age: 46, traits: ['disability'] },
  ],
  cases: [
    {
      key: 'aging-carer',
      who: 'son',
      window: 'kikan',
      with: ['elderly-care', 'connection'],
      openedOn: c.on('R7', 4, 18),
      stage: 'MONITORING',
      topics: ['障害', '介護', '家族との関係', '住まい'],
      summary: '一人で子を支えてきた父に物忘れが出てきた。親なき後の暮らしを父子で考え始めている。',
      talks: [
        {
          who: 'son',
          window: 'kikan',
          on: c.on('R7', 4, 18),
          route: '来所',
          topics: ['障害', '家族との関係'],
          note: '短期入所を一度使ってみたいと父。本人は電車の絵を見せてくれた。',
          isNew: true,
        },
        {
          who: 'father',
          window: 'houkatsu',
          on: c.on('R7', 5, 20),
          route: '電話',
          topics: ['認知症'],
          note: '鍋を焦がすことが続いた。受診に同行する約束。',
          isNew: true,
        },
      ],
      consents: [
        { givenOn: c.on('R7', 5, 9), receivers: ['disability', 'elderly-care', 'connection'], until: c.ago(14), giver: 'REPRESENTATIVE' },
      ],
      conferences: [
        ['JUSOTEKI_CASE', c.on('R7', 5, 12)],
        ['JUSOTEKI_CASE', c.on('R7', 9, 1)],
      ],
      plan: {
        state: 'MONITORING',
        nextMonitoringOn: c.ahead(30),
        goals: ['父も子も別々に安心できる住まいを持つ', 'グループホームの体験泊を三回する'],
      },
    },
  ],
});

/** 8050 where the son refuses: 支援会議 only, and just now a first consent. */
const refusal: SceneTeller = (c) => ({
  key: 'eighty-fifty-refusal',
  district: '西保',
  composition: '高齢の親と子',
  members: [
    { key: 'father', name: '霧ヶ谷 甚平', kana: 'キリガヤ ジンペイ', relationship: '父', sex: 'MALE', age: 84 },
    { key: 'son', name: '霧ヶ谷 匠', kana: 'キリガヤ タクミ', relationship: '子', sex: 'MALE', age: 56, traits: ['withdrawn'] },
  ],
  cases: [
    {
      key: 'eighty-fifty-refusal',
      who: 'son',
      window: 'houkatsu',
      with: ['livelihood', 'connection'],
      openedOn: c.ago(260),
      stage: 'OUTREACH',
      topics: ['ひきこもり', '介護', '孤独・孤立', '収入・生活費'],
      summary: '父の年金で暮らしている。本人は支援を断り続けてきたが、手紙の返事が来るようになった。',
      talks: [
        {
          who: 'father',
          window: 'houkatsu',
          on: c.ago(260),
          route: '民生委員からの連絡',
          topics: ['介護'],
          note: '父は入院を拒む。子の食事が心配だと繰り返す。',
          isNew: true,
          urgency: 'SOON',
        },
        {
          who: 'son',
          window: 'houkatsu',
          on: c.ago(90),
          route: '訪問',
          topics: ['ひきこもり'],
          note: '扉越しに「手紙なら読む」と返事があった。',
          isolation: true,
        },
      ],
      consents: [
        { givenOn: c.ago(4), receivers: ['elderly-care', 'livelihood', 'connection'], form: 'ORAL_WITNESSED', classes: ['identity'] },
      ],
      conferences: [
        ['SHIEN_KAIGI', c.ago(240)],
        ['SHIEN_KAIGI', c.ago(110)],
        ['SHIEN_KAIGI', 'next'],
        ['JUSOTEKI_CASE', 'next'],
      ],
      plan: { state: 'DRAFT', nextMonitoringOn: null, goals: ['自分の言葉で暮らしを選ぶ', '支援員と手紙のやりとりを続ける'] },
    },
  ],
});

/** A family of two minds: the mother consents, the son refuses. */
const divided: SceneTeller = (c) => ({
  key: 'divided-family',
  district: '日下部',
  composition: '高齢の親と子',
  members: [
    { key: 'mother', name: '繭ノ瀬 澄', kana: 'マユノセ スミ', relationship: '母', sex: 'FEMALE', age: 76 },
    { key: 'son', name: '繭ノ瀬 岳', kana: 'マユノセ ガク', relationship: '子', sex: 'MALE', age: 44, traits: ['disability'] },
  ],
  cases: [
    {
      key: 'divided-family',
      who: 'mother',
      window: 'houkatsu',
      with: ['connection'],
      openedOn: c.ago(75),
      stage: 'ASSESSING',
      topics: ['家族との関係', '介護', '住まい'],
      summary: '住み替えをめぐり母と子の考えが分かれている。母は相談を望み、子は情報の共有を断っている。',
      talks: [
        {
          who: 'mother',
          window: 'houkatsu',
          on: c.ago(75),
          route: '来所',
          topics: ['家族との関係', '住まい'],
          note: '子には知らせずに来たとのこと。連絡は昼の電話のみ。',
          isNew: true,
        },
        {
          who: 'son',
          window: 'kikan',
          on: c.ago(40),
          route: '電話',
          topics: ['家族との関係'],
          note: '自分のことは他の機関に伝えないでほしいと明言。',
          isNew: true,
          outcome: '辞退',
        },
      ],
      consents: [{ by: 'mother', givenOn: c.ago(30), receivers: ['elderly-care', 'connection'] }],
      conferences: [['JUSOTEKI_CASE', 'next']],
    },
  ],
});

export const grownChildrenScenes: readonly SceneTeller[] = [eightyFifty, agingCarer, refusal, divided];
