type Words = Readonly<Record<string, string>>;

const stages: Words = {
  RECEIVED: '受付',
  SINGLE_AGENCY: '単独支援',
  OUTREACH: 'アウトリーチ',
  REQUESTED: '多機関協働の依頼',
  ASSESSING: 'アセスメント',
  PLAN_DRAFT: 'プラン案',
  ACTIVE: '支援中',
  MONITORING: 'モニタリング',
  SUSPENDED: '中断',
  CLOSED: '終結',
};

/** Codes of the records as people read them. A code without a word shows as it is: better than nothing. */
export const caseCodes = {
  stage: stages,
  standing: { OWN: '自分の担当', HEARD: '支援会議で扱っています', CONSENTED: '同意による共有', EMERGENCY: '▲ 緊急閲覧' } as Words,
  sex: { FEMALE: '女性', MALE: '男性', UNSTATED: '回答なし' } as Words,
  urgency: { NORMAL: '通常', SOON: '▲ 早めに', IMMEDIATE: '▲▲ すぐに' } as Words,
  plan: { DRAFT: '案', DECIDED: '決定', ACTIVE: '実施中', MONITORING: 'モニタリング', REPLANNED: '再プラン', CLOSED: '終結' } as Words,
  handbook: { PHYSICAL: '身体障害者手帳', INTELLECTUAL: '療育手帳', MENTAL: '精神障害者保健福祉手帳' } as Words,
  loan: { CONSULTED: '相談', APPLIED: '申請', LENT: '貸付中', REPAID: '返済済み', DECLINED: '不承認' } as Words,
  housing: { STABLE: '安定', ARREARS: '家賃の滞納', EVICTION: '立ち退き', NONE: '住まいなし' } as Words,
} as const;

/** Every sentence of the case pages. */
export const caseWords = {
  title: '事例',
  listHint: '自分の担当の事例と、同意により共有された事例だけが並びます。',
  topic: '課題',
  caption: (n: number, more: boolean) => `新しいものから順に ${n}件${more ? '（続きがあります）' : ''}`,
  everyTopic: 'すべての課題',
  none: 'あてはまる事例はありません。',
  missing: 'この事例は見つかりません。ないか、この画面では表示できないものです。',
  hidden: '表示できません',
  columns: { code: '事例番号', person: '本人', topics: '課題', stage: '段階', lead: '主担当', opened: '始まった日', standing: '立場' },
  sections: {
    person: '本人',
    household: '世帯',
    consultations: '相談',
    plan: '支援プラン',
    agreed: '会議で決まったこと',
    resources: '使えそうな社会資源',
    departments: '各課の記録',
  },
  facts: {
    name: '氏名',
    reading: 'よみがな',
    birthDate: '生年月日',
    sex: '性別',
    age: '年代',
    district: '地区',
    address: '住所',
    phone: '電話',
    composition: '世帯の形',
    long: '長期目標',
    short: '短期目標',
    decided: '決定した日',
    monitoring: '次のモニタリング',
    state: '状態',
    opened: '関わり始めた日',
    note: '覚え書き',
    careLevel: '要介護度',
    certifications: '要介護認定',
    consultations: '相談',
    mainDisability: '主な障害',
    incomeBand: '収入の区分',
    childrenCount: '子どもの人数',
    concern: '気がかり',
    handbook: '手帳',
    debt: '債務',
    housing: '住まい',
    family: '家庭の相談',
    individualPlan: '個別支援計画',
    pregnancy: '妊婦等の相談',
    visit: '見守り',
    loan: '生活福祉資金',
    closed: '終わった日',
    lead: '主担当',
  },
  edition: (n: number) => `第${n}版`,
  people: (n: number) => `${n}人`,
  isolation: '孤独・孤立の訴えあり',
  until: (day: string) => `${day}まで`,
  noneYet: '記録はありません',
  notInvolved: '関わりはありません。または、あなたの担当には開かれていません。',
  departments: {
    elderlyCare: '高齢者・介護',
    disability: '障害福祉',
    livelihood: '生活困窮',
    children: 'こども・子育て',
    council: '社会福祉協議会',
  },
} as const;

/** The word of a code. */
export function wordOf(words: Words, code: string): string {
  return words[code] ?? code;
}
