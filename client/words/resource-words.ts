/** Every sentence about social resources (社会資源). */
export const resourceWords = {
  title: '社会資源',
  topic: '役立つ課題',
  everyTopic: 'すべての課題',
  count: (n: number) => `${n}件`,
  none: 'あてはまる資源はまだありません。足りない資源は、地域課題として会議に出せます。',
  partial: '一部の担当課から応答がありません。届いた分だけを表示しています。',
  wholeCity: '市内全域',
  eligibility: '対象',
  fees: '費用',
  place: '場所',
  organization: '機関',
  updated: (day: string) => `${day} に確認`,
  capacity: (available: number, maximum: number) =>
    available > 0 ? `● 空きあり（${maximum}のうち${available}）` : `■ 空きなし（定員${maximum}）`,
} as const;
